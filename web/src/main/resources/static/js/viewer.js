// Two pyramids of tiles over each other or beside each other, zoomed and moved together.
/* global OpenSeadragon */

/** Tiles are asked for again where the server had no memory to make them. */
export const PATIENT = { tileRetryMax: 200, tileRetryDelay: 4000, timeout: 120000 };

/** How every pane behaves. */
export const KEEP = { ...PATIENT, showNavigationControl: false, drawer: 'canvas', maxZoomPixelRatio: 8, visibilityRatio: 0.5,
  animationTime: 0.4, gestureSettingsMouse: { clickToZoom: false }, crossOriginPolicy: false };

/** The viewer in the stage; without an `after` it shows the photo alone. */
export class Viewer {
  #stage = document.querySelector('#stage');
  #second = document.querySelector('#second');
  #handle = document.querySelector('#handle');
  #divider = document.querySelector('#divider');
  #left;
  #right = null;
  #mode = 'slide';
  #strength = 1;
  #leading = null;

  constructor() {
    const { before, after } = this.#stage.dataset;
    const sources = after ? [this.source(before, '.jpg'), this.source(after, '.jpg')] : [this.source(before, '.jpg')];
    this.#left = OpenSeadragon({ element: document.querySelector('#first'), tileSources: sources, ...KEEP });
    for (const moment of ['open', 'animation', 'viewport-change', 'resize', 'animation-finish']) {
      this.#left.addHandler(moment, () => this.#lay());
    }
    this.#left.addHandler('open', () => { this.#stage.dataset.ready = 'true'; });
    if (after) {
      this.#divider.addEventListener('input', () => this.#lay());
      this.#dragged();
    }
  }

  /** The pane that is always seen. */
  get pane() {
    return this.#left;
  }

  /** Tiles of the photo's size; `ending` with its dot. */
  source(url, ending) {
    const { width, height, levels, side } = this.#stage.dataset;
    return { width: Number(width), height: Number(height), tileSize: Number(side), tileOverlap: 0, minLevel: 0,
      maxLevel: Number(levels), getTileUrl: (level, x, y) => `${url}/${level}/${x}_${y}${ending}` };
  }

  /** Shows one way of looking: slide, side, before or after. */
  show(mode) {
    this.#mode = mode;
    this.#second.hidden = mode !== 'side';
    if (mode === 'side' && !this.#right) {
      this.#right = OpenSeadragon({ element: this.#second,
        tileSources: [this.source(this.#stage.dataset.before, '.jpg'), this.source(this.#stage.dataset.after, '.jpg')], ...KEEP });
      this.#right.addHandler('open', () => this.#lay());
      this.#together(this.#left, this.#right);
      this.#together(this.#right, this.#left);
    }
    this.#divider.disabled = mode !== 'slide';
    requestAnimationFrame(() => this.#lay());
  }

  /** How much of the restored photo is seen, 0 to 1; the same mixture that a download has. */
  mix(strength) {
    this.#strength = strength;
    this.#lay();
  }

  zoom(how) {
    const port = this.#left.viewport;
    if (how === 'fit') {
      port.goHome();
    } else if (how === 'full') {
      port.zoomTo(this.#left.world.getItemAt(0).imageToViewportZoom(1 / window.devicePixelRatio));
    } else {
      port.zoomBy(how === 'in' ? 1.5 : 1 / 1.5);
    }
    port.applyConstraints();
  }

  /** Lets one pane follow the other. */
  #together(leader, follower) {
    leader.addHandler('viewport-change', () => {
      if (this.#leading && this.#leading !== leader) {
        return;
      }
      this.#leading = leader;
      follower.viewport.zoomTo(leader.viewport.getZoom(), null, true);
      follower.viewport.panTo(leader.viewport.getCenter(), true);
      this.#leading = null;
    });
  }

  /** Puts the divider, what is cut off at it and the strength in place. */
  #lay() {
    const after = this.#left.world.getItemAt(1);
    if (!after) {
      return;
    }
    const share = Number(this.#divider.value) / 100;
    const sliding = this.#mode === 'slide';
    this.#handle.hidden = !sliding;
    this.#handle.style.left = `${share * this.#stage.clientWidth}px`;
    const seen = this.#mode === 'before' || this.#mode === 'side' ? 0 : this.#strength;
    const width = Number(this.#stage.dataset.width);
    const height = Number(this.#stage.dataset.height);
    const at = this.#left.viewport.viewerElementToViewportCoordinates(
      new OpenSeadragon.Point(share * this.#left.container.clientWidth, 0));
    const cut = sliding ? Math.min(width, Math.max(0, after.viewportToImageCoordinates(at).x)) : 0;
    after.setOpacity(cut >= width ? 0 : seen);
    after.setClip(cut > 0 && cut < width ? new OpenSeadragon.Rect(cut, 0, width - cut, height) : null);
    this.#right?.world.getItemAt(1)?.setOpacity(this.#strength);
  }

  #dragged() {
    this.#handle.addEventListener('pointerdown', (event) => {
      this.#handle.setPointerCapture(event.pointerId);
      event.preventDefault();
    });
    this.#handle.addEventListener('pointermove', (event) => {
      if (this.#handle.hasPointerCapture(event.pointerId)) {
        const place = this.#stage.getBoundingClientRect();
        this.#divider.value = 100 * (event.clientX - place.left) / place.width;
        this.#lay();
      }
    });
  }
}
