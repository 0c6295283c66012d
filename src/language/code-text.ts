/** Text of a file or a run in Markdown, where nothing of it may become Markdown. */

const LONGEST = 60;

export function cut(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}

/** One short line. */
export function compactCode(text: string): string {
  return `\`${cut(text).replaceAll('`', "'").replaceAll('\n', '↵')}\``;
}

/** The first lines of a piece of YAML. */
export function codeBlock(source: string, most = 8): string {
  const lines = source.split('\n');
  const shown = lines.length > most ? [...lines.slice(0, most - 1), '…'] : lines;
  return `\`\`\`yaml\n${shown.join('\n').replaceAll('```', "'''")}\n\`\`\``;
}

/** Text that the author chose, as it is. */
export function plainMarkdown(text: string): string {
  return text
    .replace(/[\\`*_{}[\]()#+!|~]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
