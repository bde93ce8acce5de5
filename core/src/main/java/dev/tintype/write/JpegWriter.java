package dev.tintype.write;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.tintype.format.Exif;
import dev.tintype.format.PhotoshopResources;
import dev.tintype.photo.Bytes;
import dev.tintype.photo.Metadata;
import dev.tintype.photo.Scan;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import org.w3c.dom.NodeList;

/// Writes JPEG with the encoder of the JDK (libjpeg): quality 0.95, colour at full resolution. Metadata goes into
/// segments as JFIF 1.02, Exif 2.32, XMP part 3, ICC.1 annex B.4 and Photoshop say.
final class JpegWriter {
    private static final String TREE = "javax_imageio_jpeg_image_1.0";
    private static final float QUALITY = 0.95f; // 0 to 1; more is larger and closer to the original
    private static final int LONGEST = 65_533; // bytes of a segment

    private JpegWriter() {}

    static void write(Scan scan, OutputStream file) throws IOException {
        ImageWriter encoder = encoder();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file)) {
            BufferedImage picture = SamplesBuffer.picture(scan.samples());
            ImageWriteParam param = encoder.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(QUALITY);
            IIOMetadata header = encoder.getDefaultImageMetadata(new ImageTypeSpecifier(picture), param);
            header.setFromTree(TREE, tree(header, scan));
            encoder.setOutput(out);
            encoder.write(null, new IIOImage(picture, List.of(), header), param);
        } finally {
            encoder.dispose();
        }
    }

    /// TwelveMonkeys offers an encoder too; it wraps this one.
    private static ImageWriter encoder() throws IOException {
        for (Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("jpeg"); writers.hasNext(); ) {
            ImageWriter writer = writers.next();
            if (writer.getClass().getName().startsWith("com.sun.imageio.")) {
                return writer;
            }
        }
        throw new IOException("this Java has no JPEG encoder");
    }

    private static IIOMetadataNode tree(IIOMetadata header, Scan scan) throws IOException {
        IIOMetadataNode tree = (IIOMetadataNode) header.getAsTree(TREE);
        NodeList components = tree.getElementsByTagName("componentSpec");
        for (int i = 0; i < components.getLength(); i++) {
            IIOMetadataNode component = (IIOMetadataNode) components.item(i);
            component.setAttribute("HsamplingFactor", "1");
            component.setAttribute("VsamplingFactor", "1");
        }
        Metadata metadata = scan.metadata();
        if (metadata.dpi() > 0) {
            IIOMetadataNode jfif =
                    (IIOMetadataNode) tree.getElementsByTagName("app0JFIF").item(0);
            String density = Long.toString(Math.clamp(Math.round(metadata.dpi()), 1, 65_535));
            jfif.setAttribute("resUnits", "1"); // per inch
            jfif.setAttribute("Xdensity", density);
            jfif.setAttribute("Ydensity", density);
        }
        IIOMetadataNode sequence =
                (IIOMetadataNode) tree.getElementsByTagName("markerSequence").item(0);
        for (IIOMetadataNode segment : segments(scan)) {
            sequence.appendChild(segment);
        }
        return tree;
    }

    private static List<IIOMetadataNode> segments(Scan scan) throws IOException {
        Metadata metadata = scan.metadata();
        List<IIOMetadataNode> segments = new ArrayList<>();
        if (metadata.exif().isPresent()) {
            Bytes exif = Exif.resized(metadata.exif().get(), scan.samples().size(), metadata.dpi());
            segments.add(segment(0xE1, "Exif\0\0", "EXIF block", exif));
        }
        if (metadata.xmp().isPresent()) {
            segments.add(segment(
                    0xE1,
                    "http://ns.adobe.com/xap/1.0/\0",
                    "XMP packet",
                    metadata.xmp().get()));
        }
        if (metadata.icc().isPresent()) {
            List<Bytes> parts = parts(metadata.icc().get(), LONGEST - 14);
            for (int i = 0; i < parts.size(); i++) {
                String name = "ICC_PROFILE\0" + (char) (i + 1) + (char) parts.size();
                segments.add(segment(0xE2, name, "colour profile", parts.get(i)));
            }
        }
        if (metadata.iptc().isPresent()) {
            for (Bytes part : parts(PhotoshopResources.of(metadata.iptc().get()), LONGEST - 14)) {
                segments.add(segment(0xED, "Photoshop 3.0\0", "IPTC block", part));
            }
        }
        return segments;
    }

    private static List<Bytes> parts(Bytes whole, int longest) {
        List<Bytes> parts = new ArrayList<>();
        for (int from = 0; from < whole.length(); from += longest) {
            parts.add(whole.part(from, Math.min(whole.length(), from + longest)));
        }
        return parts;
    }

    private static IIOMetadataNode segment(int marker, String name, String what, Bytes content) throws IOException {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.writeBytes(name.getBytes(ISO_8859_1));
        data.writeBytes(content.toArray());
        if (data.size() > LONGEST) {
            throw new IOException("its %s of %d bytes is too long for JPEG".formatted(what, content.length()));
        }
        IIOMetadataNode node = new IIOMetadataNode("unknown");
        node.setAttribute("MarkerTag", Integer.toString(marker));
        node.setUserObject(data.toByteArray());
        return node;
    }
}
