/** Keeps `--rw-top` at the height of the headline, whatever it is, so that heads of sections stick right under it. */
export class HeadlineHeight {
  readonly #root: HTMLElement;
  readonly #resized: ResizeObserver;

  constructor(root: HTMLElement) {
    this.#root = root;
    this.#resized = new ResizeObserver(() => {
      const headline = root.querySelector<HTMLElement>('.headline');
      if (headline) root.style.setProperty('--rw-top', `${headline.offsetHeight}px`);
    });
  }

  /** After the headline was put in place. */
  watch(): void {
    this.#resized.disconnect();
    const headline = this.#root.querySelector('.headline');
    if (headline) this.#resized.observe(headline);
  }
}
