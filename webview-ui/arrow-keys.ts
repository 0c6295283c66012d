/**
 * Moves the focus among buttons of one kind, as the editor's own lists and section heads do it: up and down by one, Home and End to the
 * ends. The key then does nothing else. Buttons that are not shown are passed over.
 */
export function moveFocus(event: KeyboardEvent, buttons: Iterable<HTMLElement>): void {
  if (!isPlain(event)) return;
  const shown = [...buttons].filter((button) => button.checkVisibility());
  const at = shown.findIndex((button) => button === event.target);
  const next = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: shown.length - 1 }[event.key];
  if (at === -1 || next === undefined) return;
  event.preventDefault();
  shown[next]?.focus();
}

/** Whether a key asks to open or to close what has the focus; null where it asks for neither. */
export function wantsOpen(event: KeyboardEvent): boolean | null {
  if (!isPlain(event)) return null;
  return event.key === 'ArrowRight' ? true : event.key === 'ArrowLeft' ? false : null;
}

function isPlain({ altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean {
  return !altKey && !ctrlKey && !metaKey && !shiftKey;
}
