// What hand, pen and keys draw on the photo, until the server shows it.
/* global OpenSeadragon */
import { ink } from './ink.js';

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const MOST = 15000; // points of a stroke

/** Turns what is drawn into strokes. `drawn` is called with each, `said` with the name of a hint. */
export class Board {
  tool = 'brush';
  width = 10;
  feather = 0;
  #viewer;
  #canvas = document.querySelector('#drawing');
  #drawn;
  #said;
  #points = null;
  #cursor = null;
  #source = null;
  #waiting = [];

  constructor(viewer, drawn, said) {
    this.#viewer = viewer;
    this.#drawn = drawn;
    this.#said = said;
    const on = (name, act) => viewer.addHandler(name, (event) => { if (this.tool !== 'move') { act(event); } });
    on('canvas-press', (event) => this.#press(this.#place(event.position), event.originalEvent?.altKey));
    on('canvas-drag', (event) => { event.preventDefaultAction = true; this.#move(this.#place(event.position)); });
    on('canvas-drag-end', (event) => { event.preventDefaultAction = true; });
    on('canvas-release', () => this.#lift());
    on('canvas-pinch', () => this.forget());
    viewer.addHandler('canvas-key', (event) => this.#key(event));
    for (const moment of ['update-viewport', 'resize', 'open']) {
      viewer.addHandler(moment, () => this.draw());
    }
    viewer.element.addEventListener('pointermove', (event) => {
      const place = viewer.element.getBoundingClientRect();
      this.#cursor = this.#place(new OpenSeadragon.Point(event.clientX - place.left, event.clientY - place.top));
      this.draw();
    });
  }

  /** Lets go of what is being drawn. */
  forget() {
    this.#points = null;
    this.draw();
  }

  /** Asks for another place to copy from. */
  forgetSource() {
    this.#source = null;
    this.#said('stamp');
    this.draw();
  }

  /** Strokes that the server shows by now are not drawn here any more. */
  shown(version) {
    const last = this.#waiting.findLastIndex((stroke) => stroke.version === version);
    this.#waiting.splice(0, last + 1);
    this.draw();
  }

  /** Forgets all strokes that wait: they were taken back or done. */
  clear() {
    this.#waiting = [];
    this.draw();
  }

  #place(position) {
    return this.#viewer.world.getItemAt(0).viewerElementToImageCoordinates(position);
  }

  #press(point, alt) {
    if (this.tool === 'stamp' && (alt || !this.#source)) {
      this.#source = point;
      this.#said('source');
    } else {
      this.#points = [point];
    }
    this.draw();
  }

  #move(point) {
    this.#cursor = point;
    const last = this.#points?.at(-1);
    if (last && this.tool === 'line') {
      this.#points = [this.#points[0], point];
    } else if (last && this.#points.length < MOST && last.distanceTo(point) >= Math.max(0.5, this.width / 10)) {
      this.#points.push(point);
    }
    this.draw();
  }

  #lift() {
    const points = this.#points;
    this.#points = null;
    if (!points || (this.tool === 'lasso' && points.length < 3)) {
      this.draw();
      return;
    }
    const edit = { kind: this.tool === 'stamp' ? 'stamp' : 'stroke', width: this.width, feather: this.feather,
      points: points.map(({ x, y }) => ({ column: Math.round(100 * x) / 100, row: Math.round(100 * y) / 100 })) };
    if (this.tool === 'stamp') {
      edit.columns = Math.round(this.#source.x - points[0].x);
      edit.rows = Math.round(this.#source.y - points[0].y);
    } else {
      edit.tool = this.tool.toUpperCase();
    }
    const stroke = { tool: this.tool, width: this.width, points, version: null };
    this.#waiting.push(stroke);
    this.draw();
    this.#drawn(edit, stroke);
  }

  #key(event) {
    const { key, shiftKey } = event.originalEvent;
    if (this.tool === 'move' ? /^[a-z]$/i.test(key) : !'+-0='.includes(key)) {
      event.preventDefaultAction = true;
    }
    if (this.tool === 'move') {
      return;
    }
    this.#cursor ??= this.#viewer.world.getItemAt(0).viewportToImageCoordinates(this.#viewer.viewport.getCenter());
    if (ARROWS[key]) {
      const far = shiftKey ? 1 : Math.max(1, Math.round(this.width / 2));
      const [x, y] = ARROWS[key];
      this.#move(new OpenSeadragon.Point(this.#cursor.x + x * far, this.#cursor.y + y * far));
    } else if (key === ' ' || key === 'Enter') {
      this.#points ? this.#lift() : this.#press(this.#cursor, false);
      this.#said(this.#points ? 'pen' : this.#source && this.tool === 'stamp' ? 'source' : this.tool);
    } else if (key === 'Escape') {
      this.forget();
      this.#said(this.tool);
    } else {
      return;
    }
    event.originalEvent.preventDefault();
  }

  /** Draws all that is not yet on the server, and the brush. */
  draw() {
    const now = this.#points ? [{ tool: this.tool, width: this.width, points: this.#points }] : [];
    const brush = this.tool !== 'move' && this.#cursor
      ? [{ at: this.#cursor, radius: this.tool === 'lasso' ? 0 : this.width / 2 }] : [];
    const source = this.tool === 'stamp' && this.#source ? [{ at: this.#source, radius: 0 }] : [];
    ink(this.#canvas, this.#viewer.world.getItemAt(0), [...this.#waiting, ...now], [...brush, ...source]);
  }
}
