/** Text as Markdown that shows it as it is. */
export function escapedMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!<>|]/g, String.raw`\$&`);
}
