package org.taswiya.deliver.pdf;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.taswiya.deliver.pdf.StructureTree.Element;

/// One document for a person: tagged (PDF/UA-1), for keeping (PDF/A-3a), with files inside.
public final class PdfDocument {
    /// A4, in points.
    public static final double WIDTH = 595.28;

    public static final double HEIGHT = 841.89;

    private static final byte[] COLOURS =
            PdfFile.deflated(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
    private final PdfFile file;
    private final FontUse fonts = new FontUse();
    private final StructureTree structure = new StructureTree();
    private final List<PageContent> pages = new ArrayList<>();

    /// An empty one.
    public PdfDocument() {
        try {
            file = new PdfFile(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What it is, part by part.
    public StructureTree.Element structure() {
        return structure.root();
    }

    /// A new page after the last.
    public PageContent page() {
        PageContent page = new PageContent(file.reserve(), fonts);
        pages.add(page);
        return page;
    }

    /// Ends it.
    public byte[] bytes(Titled titled, List<Attachment> attachments) {
        try {
            write(titled, attachments);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a stream in memory has none
        }
        return out.toByteArray();
    }

    private void write(Titled titled, List<Attachment> attachments) throws IOException {
        int parent = file.reserve();
        StringBuilder kids = new StringBuilder();
        List<List<Element>> owners = new ArrayList<>();
        for (int i = 0; i < pages.size(); i++) {
            PageContent page = pages.get(i);
            int content = file.stream("", PdfFile.deflated(page.bytes()));
            file.set(
                    page.pageObject(),
                    "<</Type/Page/Parent " + parent + " 0 R/MediaBox[0 0 " + PdfText.number(WIDTH) + " "
                            + PdfText.number(HEIGHT) + "]/Resources<<" + fonts.resources(file) + ">>/Contents " + content
                            + " 0 R/StructParents " + i + "/Tabs/S>>");
            kids.append(page.pageObject()).append(" 0 R ");
            owners.add(page.owners());
        }
        file.set(parent, "<</Type/Pages/Count " + pages.size() + "/Kids[" + kids + "]>>");
        fonts.write(file);
        int tree = structure.write(file, owners);
        int colours = file.stream("/N 3", COLOURS);
        int metadata = plainMetadata(titled);
        StringBuilder catalog = new StringBuilder("<</Type/Catalog/Pages " + parent + " 0 R/Lang("
                + titled.language() + ")/MarkInfo<</Marked true>>/StructTreeRoot " + tree + " 0 R/Metadata " + metadata
                + " 0 R/ViewerPreferences<</DisplayDocTitle true"
                + (titled.isFromRight() ? "/Direction/R2L" : "")
                + ">>/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/DestOutputProfile "
                + colours + " 0 R>>]");
        if (!attachments.isEmpty()) {
            attach(attachments, catalog, titled);
        }
        file.close(file.add(catalog.append(">>").toString()));
    }

    private int plainMetadata(Titled titled) throws IOException {
        return file.stream("/Type/Metadata/Subtype/XML", PdfFile.deflated(Metadata.of(titled)));
    }

    private void attach(List<Attachment> attachments, StringBuilder catalog, Titled titled) throws IOException {
        StringBuilder all = new StringBuilder();
        StringBuilder names = new StringBuilder();
        String day = titled.day().toString().replace("-", "");
        for (Attachment attachment : attachments) {
            int bytes = file.stream(
                    "/Type/EmbeddedFile/Subtype/" + attachment.mediaType().replace("/", "#2F")
                            + "/Params<</ModDate(D:" + day + "000000Z)/Size " + attachment.bytes().length + ">>",
                    PdfFile.deflated(attachment.bytes()));
            String name = PdfText.string(attachment.name());
            int specification = file.add("<</Type/Filespec/F" + name + "/UF" + name + "/AFRelationship/"
                    + attachment.relationship() + "/Desc" + PdfText.string(attachment.description()) + "/EF<</F " + bytes
                    + " 0 R/UF " + bytes + " 0 R>>>>");
            all.append(specification).append(" 0 R ");
            names.append(name).append(specification).append(" 0 R ");
        }
        catalog.append("/AF[").append(all).append("]/Names<</EmbeddedFiles<</Names[").append(names).append("]>>>>");
    }
}
