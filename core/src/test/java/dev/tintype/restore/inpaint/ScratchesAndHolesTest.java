package dev.tintype.restore.inpaint;

import org.junit.jupiter.api.Test;

class ScratchesAndHolesTest {
    @Test
    void isBetterThanOthers() {
        FillBench.assertPsnr("camera__inpaint_scratch", 38.8, ScratchesAndHoles::new); // best of others 37.83
        FillBench.assertPsnr("camera__inpaint_holes", 42.8, ScratchesAndHoles::new); // 38.56
        FillBench.assertPsnr("camera__inpaint_mix", 35.2, ScratchesAndHoles::new); // 33.56
        FillBench.assertPsnr("astronaut__inpaint_mix", 32.3, ScratchesAndHoles::new); // 30.12
    }
}
