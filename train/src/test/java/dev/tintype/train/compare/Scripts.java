package dev.tintype.train.compare;

import java.nio.file.Path;
import org.bytedeco.pytorch.JitModule;
import org.bytedeco.pytorch.QualifiedName;

/// Small TorchScripts that are called as the published ones are.
final class Scripts {
    private Scripts() {}

    /// Features whose squared distance is that of the channels' means, from 0 to 255.
    static Path lpips(Path folder) {
        return write(folder.resolve("lpips.pt"), """
                def forward(self, x, resize_images: bool = True, return_lpips: bool = False):
                    assert return_lpips and not resize_images
                    return x.mean([2, 3])
                """);
    }

    /// Two features of photos of whole numbers: mean and deviation.
    static Path fid(Path folder) {
        return write(folder.resolve("fid.pt"), """
                def forward(self, x, return_features: bool = False):
                    assert return_features and not x.is_floating_point()
                    y = x.float()
                    return torch.stack([y.mean([1, 2, 3]), y.std([1, 2, 3])], 1)
                """);
    }

    private static Path write(Path file, String program) {
        try (JitModule module = new JitModule(new QualifiedName("Judge"))) {
            module.define(program);
            module.save(file.toString());
        }
        return file;
    }
}
