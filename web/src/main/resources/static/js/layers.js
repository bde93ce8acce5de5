// The base, what was made by hand and the mask, as layers of one viewer.
/* global OpenSeadragon */
import { PATIENT } from './viewer.js';

const STILL = { clickToZoom: false, dblClickToZoom: false };
const TINT = 0.6;

/** Layers over the base. `shown` is called with the version of the mask that is seen. */
export class Layers {
  #stage = document.querySelector('#stage');
  #api;
  #base;
  #patches = new Map(); // layers by name, null while one is loaded
  #order = [];
  #version = '';
  #masks = [];
  #without = false;
  #shown;

  constructor(api, shown) {
    this.#api = api;
    this.#shown = shown;
    const { before, after, strength } = this.#stage.dataset;
    const sources = [{ tileSource: this.#source((level, x, y) => `${before}/${level}/${x}_${y}.jpg`) }];
    if (after) {
      sources.push({ tileSource: this.#source((level, x, y) => `${after}/${level}/${x}_${y}.jpg`), opacity: Number(strength) });
    }
    this.#base = sources.length;
    this.viewer = OpenSeadragon({ element: document.querySelector('#first'), tileSources: sources, ...PATIENT,
      showNavigationControl: false, drawer: 'canvas', maxZoomPixelRatio: 16, visibilityRatio: 0.5, animationTime: 0.4,
      gestureSettingsMouse: STILL, gestureSettingsTouch: STILL, gestureSettingsPen: STILL, crossOriginPolicy: false });
    this.viewer.addHandler('open', () => { this.#stage.dataset.ready = 'true'; });
  }

  #source(getTileUrl) {
    const { width, height, levels, side } = this.#stage.dataset;
    return { width: Number(width), height: Number(height), tileSize: Number(side), tileOverlap: 0, minLevel: 0,
      maxLevel: Number(levels), getTileUrl };
  }

  /** Shows what the server has made. */
  show({ patches, mask }) {
    this.#order = patches.map((patch) => `${patch.key} ${patch.row} ${patch.column}`);
    for (const [name, item] of this.#patches) {
      if (!this.#order.includes(name)) {
        this.#patches.delete(name);
        this.#remove(item);
      }
    }
    patches.forEach((patch, i) => this.#add(this.#order[i], patch));
    this.#sort();
    this.#mask(mask);
  }

  /** Shows the base alone, or with all that was made. */
  without(alone) {
    this.#without = alone;
    for (const item of [...this.#patches.values(), ...this.#masks]) {
      item?.setOpacity(this.#opacity(item));
    }
  }

  #opacity(item) {
    return this.#without ? 0 : this.#masks.includes(item) ? TINT : 1;
  }

  #add(name, patch) {
    if (this.#patches.has(name)) {
      return;
    }
    this.#patches.set(name, null);
    const unit = Number(this.#stage.dataset.width);
    this.viewer.addTiledImage({ tileSource: { type: 'image', url: `${this.#api}/retouching/patches/${patch.key}.png` },
      x: patch.column / unit, y: patch.row / unit, width: patch.width / unit, opacity: this.#without ? 0 : 1,
      success: ({ item }) => {
        if (!this.#patches.has(name)) {
          this.#remove(item);
          return;
        }
        this.#patches.set(name, item);
        this.#sort();
        this.#stage.dataset.patches = [...this.#patches.values()].filter(Boolean).length;
      } });
    this.#stage.dataset.patches = [...this.#patches.values()].filter(Boolean).length;
  }

  /** Later patches above earlier ones, the mask above all. */
  #sort() {
    const items = [...this.#order.map((name) => this.#patches.get(name)), ...this.#masks].filter(Boolean);
    items.forEach((item, i) => this.viewer.world.setItemIndex(item, this.#base + i));
    this.#stage.dataset.patches = this.#order.filter((name) => this.#patches.get(name)).length;
  }

  #mask(version) {
    if (version === this.#version) {
      return;
    }
    this.#version = version;
    if (!version) {
      this.#only(null, version);
      return;
    }
    const url = `${this.#api}/mask/tiles`;
    this.viewer.addTiledImage({ tileSource: this.#source((level, x, y) => `${url}/${level}/${x}_${y}.png?v=${version}`),
      opacity: this.#without ? 0 : TINT,
      success: ({ item }) => {
        this.#masks.push(item);
        if (item.getFullyLoaded()) {
          this.#only(item, version);
        } else {
          item.addOnceHandler('fully-loaded-change', () => this.#only(item, version));
        }
      } });
  }

  /** Takes older masks away now that a newer one is there. */
  #only(item, version) {
    if (version === this.#version) {
      this.#masks.filter((other) => other !== item).forEach((other) => this.#remove(other));
      this.#masks = item ? [item] : [];
      this.#stage.dataset.mask = version;
      this.#shown(version);
    }
  }

  #remove(item) {
    if (item && this.viewer.world.getIndexOfItem(item) >= 0) {
      this.viewer.world.removeItem(item);
    }
  }
}
