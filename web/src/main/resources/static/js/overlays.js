// What can be laid over the photo: what a restoration changed, and where faces are.
/* global OpenSeadragon */

const TINT = 0.75;

/** Lets the switches below the photo do what they say. */
export function overlays(viewer) {
  const stage = document.querySelector('#stage');
  let changes = null;
  document.querySelector('#changes')?.addEventListener('change', (event) => {
    if (!event.target.checked) {
      viewer.pane.world.removeItem(changes);
      changes = null;
      return;
    }
    viewer.pane.addTiledImage({ tileSource: viewer.source(stage.dataset.changes, '.png'), opacity: TINT,
      success: ({ item }) => {
        changes = item;
        stage.dataset.overlay = 'changes';
      } });
  });
  document.querySelector('#faces')?.addEventListener('change', async (event) => {
    if (!event.target.checked) {
      viewer.pane.clearOverlays();
      return;
    }
    const unit = Number(stage.dataset.width);
    const faces = await (await fetch(stage.dataset.faces)).json();
    for (const [before, face] of faces.entries()) {
      const box = document.createElement('div');
      box.className = 'face';
      box.dataset.number = before + 1; // from left to right, as a plan counts them
      viewer.pane.addOverlay({ element: box, location: new OpenSeadragon.Rect(
        face.column / unit, face.row / unit, face.width / unit, face.height / unit) });
    }
  });
}
