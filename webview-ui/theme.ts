/**
 * A canvas cannot read CSS variables: the colours that charts use are resolved once for a theme, through a probe element.
 */
export type ColorName = 'fg' | 'dim' | 'grid' | 'bg' | 'red' | 'blue' | 'yellow' | 'orange' | 'green' | 'purple';

export interface Colors extends Readonly<Record<ColorName, string>> {
  readonly font: string;
  readonly highContrast: boolean;
}

export function readColors(root: HTMLElement): Colors {
  const probe = document.createElement('span');
  // Else a system with forced colours would have every series in the colour of text.
  probe.style.forcedColorAdjust = 'none';
  root.append(probe);
  const context = document.createElement('canvas').getContext('2d');
  const resolve = (name: ColorName): string => {
    probe.style.color = `var(--rw-${name})`;
    const color = getComputedStyle(probe).color;
    if (!context) return color;
    // What CSS mixes comes as color(srgb …); a canvas writes it back as #rrggbb.
    context.fillStyle = color;
    return typeof context.fillStyle === 'string' ? context.fillStyle : color;
  };
  const colors = {
    fg: resolve('fg'),
    dim: resolve('dim'),
    grid: resolve('grid'),
    bg: resolve('bg'),
    red: resolve('red'),
    blue: resolve('blue'),
    yellow: resolve('yellow'),
    orange: resolve('orange'),
    green: resolve('green'),
    purple: resolve('purple'),
    font: `11px ${getComputedStyle(root).getPropertyValue('--rw-mono')}`,
    highContrast: isHighContrast(),
  };
  probe.remove();
  return colors;
}

/** VS Code says it by a class of <body>, a report's browser by a media query. */
function isHighContrast(): boolean {
  const { classList } = document.body;
  return (
    classList.contains('vscode-high-contrast') ||
    classList.contains('vscode-high-contrast-light') ||
    matchMedia('(prefers-contrast: more)').matches
  );
}

/** Calls back when the theme may have changed. */
export function onThemeChange(listener: () => void): void {
  new MutationObserver(listener).observe(document.body, {
    attributes: true,
    attributeFilter: ['class', 'data-vscode-theme-id'],
  });
  for (const query of ['(prefers-color-scheme: dark)', '(prefers-contrast: more)']) {
    matchMedia(query).addEventListener('change', listener);
  }
}

export function alpha(color: string, opacity: number): string {
  return `color-mix(in srgb, ${color} ${Math.round(opacity * 100)}%, transparent)`;
}

/** Diagonal lines, for marks that must differ by more than colour. */
export function hatch(context: CanvasRenderingContext2D, color: string): CanvasPattern | string {
  const size = 4 * devicePixelRatio;
  const tile = document.createElement('canvas');
  tile.width = tile.height = size;
  const pen = tile.getContext('2d');
  if (!pen) return color;
  pen.strokeStyle = color;
  pen.lineWidth = 1.2 * devicePixelRatio;
  pen.beginPath();
  for (const shift of [-size / 2, 0, size / 2]) {
    pen.moveTo(shift - 1, shift + size + 1);
    pen.lineTo(shift + size + 1, shift - 1);
  }
  pen.stroke();
  return context.createPattern(tile, 'repeat') ?? color;
}
