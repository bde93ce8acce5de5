package dev.tintype.train.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeersTest {
    @TempDir
    private Path folder;

    @Test
    void knowsTheBestOfAFileAndOfAMethod() throws IOException {
        Path csv = Files.writeString(folder.resolve("peers.csv"), """
                file,method,best_psnr_db,ssim,seconds,parameters
                a.png,input,50,0.99,0,{}
                a.png,wiener_flat,24.5,0.7,0.1,"{""K"": 0.03, ""n"": 1}"
                a.png,wiener_grad|refill,25.25,0.65,0.1,{}
                a.png,tv,26,0.75,0.1,{}
                b.png,input,20,0.5,0,{}
                """);
        Peers peers = Peers.read(csv);
        assertEquals("tv", peers.of("a.png").best("").orElseThrow().method()); // what nothing was done to is no peer
        assertEquals(
                new Evaluation.Score(25.25, 0.65),
                peers.of("a.png").best("wiener").orElseThrow().score());
        assertEquals(Optional.empty(), peers.of("b.png").best(""));
        assertEquals(Optional.empty(), Peers.read(folder.resolve("none.csv")).best(""));
    }

    @Test
    void saysWhichLineIsNone() throws IOException {
        Path csv = Files.writeString(folder.resolve("peers.csv"), "file,method,psnr,ssim\na.png,tv,good,0.5\n");
        String message = assertThrows(IllegalArgumentException.class, () -> Peers.read(csv))
                .getMessage();
        assertTrue(message.contains("a.png,tv,good"), message);
    }
}
