/** `12 Jun 14:02`, in the reader's time zone; with the year where that is another one. Parts do not break apart. */
export function dateText(time: number): string {
  const date = new Date(time);
  const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' }).format(date);
  const at = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }).format(date);
  const year = date.getFullYear() === new Date().getFullYear() ? '' : ` ${date.getFullYear()}`;
  return `${day}${year} ${at}`.replaceAll(' ', '\u00a0');
}
