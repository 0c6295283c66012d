const WIDTH = 84;
const HEIGHT = 16;
export const SPARK_POINTS = 40;

/** A line without axes: its shape is all it says. Gaps stay gaps. */
export function drawSparkline(canvas: HTMLCanvasElement, values: readonly (number | null)[], color: string): void {
  canvas.width = WIDTH * devicePixelRatio;
  canvas.height = HEIGHT * devicePixelRatio;
  const pen = canvas.getContext('2d');
  const present = values.filter((value) => value !== null);
  if (!pen || present.length === 0) return;
  const high = Math.max(...present);
  const low = Math.min(...present) * 0.6;
  pen.scale(devicePixelRatio, devicePixelRatio);
  pen.strokeStyle = color;
  pen.lineWidth = 1.25;
  pen.beginPath();
  let drawing = false;
  values.forEach((value, index) => {
    if (value === null) {
      drawing = false;
      return;
    }
    const x = (index / Math.max(1, values.length - 1)) * (WIDTH - 2) + 1;
    const y = HEIGHT - 2 - ((value - low) / (high - low || 1)) * (HEIGHT - 4);
    if (drawing) pen.lineTo(x, y);
    else pen.moveTo(x, y);
    drawing = true;
  });
  pen.stroke();
}
