// Strokes and rings on a canvas over the photo.
/* global OpenSeadragon */

const COLOURS = { eraser: '#ffffff', stamp: '#3d8bfd' };
const MARKED = '#f0323c';
const SEEN = 0.6; // how much of a stroke, as of the mask that the server draws

/**
 * Draws afresh.
 *
 * @param item the photo in its viewer; nothing is drawn before it is there
 * @param strokes in pixels of the photo
 * @param rings circles, or crosses where they have no radius
 */
export function ink(canvas, item, strokes, rings) {
  const ratio = window.devicePixelRatio;
  canvas.width = canvas.clientWidth * ratio;
  canvas.height = canvas.clientHeight * ratio;
  if (!item) {
    return;
  }
  const zero = item.imageToViewerElementCoordinates(new OpenSeadragon.Point(0, 0));
  const scale = item.imageToViewerElementCoordinates(new OpenSeadragon.Point(1000, 0)).minus(zero).x / 1000;
  const pen = canvas.getContext('2d');
  pen.setTransform(ratio * scale, 0, 0, ratio * scale, ratio * zero.x, ratio * zero.y);
  strokes.forEach((stroke) => trace(pen, stroke));
  rings.forEach(({ at, radius }) => ring(pen, at, radius, 1 / scale));
}

function trace(pen, { tool, width, points }) {
  const path = new Path2D();
  points.forEach(({ x, y }) => path.lineTo(x, y));
  if (points.length === 1) {
    path.lineTo(points[0].x, points[0].y + 0.01);
  }
  pen.globalAlpha = SEEN;
  pen.fillStyle = pen.strokeStyle = COLOURS[tool] ?? MARKED;
  pen.lineWidth = width;
  pen.lineCap = pen.lineJoin = 'round';
  tool === 'lasso' ? pen.fill(path, 'evenodd') : pen.stroke(path);
  pen.globalAlpha = 1;
}

/** A circle that is seen on any ground; a cross where it has no radius. */
function ring(pen, { x, y }, radius, unit) {
  const path = new Path2D();
  if (radius > 0) {
    path.arc(x, y, radius, 0, 2 * Math.PI);
  } else {
    path.moveTo(x - 8 * unit, y);
    path.lineTo(x + 8 * unit, y);
    path.moveTo(x, y - 8 * unit);
    path.lineTo(x, y + 8 * unit);
  }
  for (const [colour, width] of [['#000', 3], ['#fff', 1.2]]) {
    pen.strokeStyle = colour;
    pen.lineWidth = width * unit;
    pen.stroke(path);
  }
}
