package org.taswiya.deliver.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.taswiya.deliver.pdf.StructureTree.Element;

/// One file of pages: a document for a person, which is tagged (PDF/UA-1) and made for keeping (PDF/A-3a), or sheets
/// for a printer, which are neither and of which there may be any number.
public final class PdfDocument {
    /// A4, in points.
    public static final double WIDTH = 595.28;

    public static final double HEIGHT = 841.89;

    private static final byte[] COLOURS = PdfFile.deflated(SrgbProfile.bytes());

    /// Pages under one node of the tree of pages.
    private static final int NODE_MOST = 128;

    private final PdfFile file;
    private final boolean isTagged;
    private final FontUse fonts = new FontUse();
    private final PictureUse pictures = new PictureUse();
    private final StructureTree structure = new StructureTree();
    private final List<PageContent> open = new ArrayList<>();
    private final List<List<Element>> owners = new ArrayList<>();
    private final int root;
    private final List<Integer> nodes = new ArrayList<>();
    private final List<Integer> inNode = new ArrayList<>();
    private int node;
    private int pages;

    private PdfDocument(OutputStream out, boolean isTagged) throws IOException {
        this.isTagged = isTagged;
        file = new PdfFile(out);
        root = file.reserve();
    }

    /// An empty document for a person.
    public static PdfDocument tagged(OutputStream out) throws IOException {
        return new PdfDocument(out, true);
    }

    /// No sheets yet.
    public static PdfDocument sheets(OutputStream out) throws IOException {
        return new PdfDocument(out, false);
    }

    /// What it is, part by part; of sheets nobody asks, and theirs is not kept.
    public Element structure() {
        return isTagged ? structure.root() : new StructureTree().root();
    }

    /// A new page after the last.
    public PageContent page() {
        PageContent page = new PageContent(isTagged ? file.reserve() : 0, fonts, pictures, isTagged);
        open.add(page);
        return page;
    }

    /// How many pages are written.
    public int pages() {
        return pages;
    }

    /// Writes the pages that are there and keeps them no longer.
    public void flush() throws IOException {
        for (PageContent page : open) {
            write(isTagged ? page.pageObject() : file.reserve(), PdfFile.deflated(page.bytes()));
            if (isTagged) {
                owners.add(page.owners());
            }
        }
        open.clear();
    }

    /// Takes the sheets that are drawn and not written yet, to write them later in another order.
    public List<Sheet> take() {
        List<Sheet> taken = open.stream()
                .map(page -> new Sheet(PdfFile.deflated(page.bytes())))
                .toList();
        open.clear();
        return taken;
    }

    /// Writes a sheet that was taken from this document.
    public void write(Sheet sheet) throws IOException {
        write(file.reserve(), sheet.deflated());
    }

    private void write(int page, byte[] deflated) throws IOException {
        if (inNode.isEmpty()) {
            node = file.reserve();
            nodes.add(node);
        }
        int content = file.stream("", deflated);
        file.set(
                page,
                "<</Type/Page/Parent " + node + " 0 R/MediaBox[0 0 " + PdfText.number(WIDTH) + " "
                        + PdfText.number(HEIGHT) + "]/Resources<<" + fonts.resources(file) + pictures.resources(file)
                        + ">>/Contents " + content
                        + " 0 R" + (isTagged ? "/StructParents " + pages + "/Tabs/S" : "") + ">>");
        inNode.add(page);
        pages++;
        if (inNode.size() == NODE_MOST) {
            endNode();
        }
    }

    private void endNode() throws IOException {
        if (!inNode.isEmpty()) {
            file.set(
                    node,
                    "<</Type/Pages/Parent " + root + " 0 R/Count " + inNode.size() + "/Kids[" + references(inNode)
                            + "]>>");
            inNode.clear();
        }
    }

    private static String references(List<Integer> objects) {
        StringBuilder out = new StringBuilder(objects.size() * 9);
        objects.forEach(object -> out.append(object).append(" 0 R "));
        return out.toString();
    }

    /// Ends it.
    public void close(Titled titled, List<Attachment> attachments) throws IOException {
        flush();
        endNode();
        file.set(root, "<</Type/Pages/Count " + pages + "/Kids[" + references(nodes) + "]>>");
        fonts.write(file);
        StringBuilder catalog = new StringBuilder("<</Type/Catalog/Pages " + root + " 0 R");
        if (isTagged) {
            describe(titled, catalog);
            attach(attachments, catalog, titled);
        }
        file.close(file.add(catalog.append(">>").toString()));
    }

    private void describe(Titled titled, StringBuilder catalog) throws IOException {
        int tree = structure.write(file, owners);
        int colours = file.stream("/N 3", COLOURS);
        int metadata = file.stream("/Type/Metadata/Subtype/XML", PdfFile.deflated(Metadata.of(titled)));
        catalog.append("/Lang(").append(titled.language()).append(")/MarkInfo<</Marked true>>/StructTreeRoot ");
        catalog.append(tree).append(" 0 R/Metadata ").append(metadata);
        catalog.append(" 0 R/ViewerPreferences<</DisplayDocTitle true");
        catalog.append(titled.isFromRight() ? "/Direction/R2L>>" : ">>");
        catalog.append("/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)");
        catalog.append("/DestOutputProfile ").append(colours).append(" 0 R>>]");
    }

    private void attach(List<Attachment> attachments, StringBuilder catalog, Titled titled) throws IOException {
        if (attachments.isEmpty()) {
            return;
        }
        StringBuilder all = new StringBuilder();
        StringBuilder names = new StringBuilder();
        String day = titled.day().toString().replace("-", "");
        for (Attachment attachment : attachments) {
            int bytes = file.stream(
                    "/Type/EmbeddedFile/Subtype/" + attachment.mediaType().replace("/", "#2F") + "/Params<</ModDate(D:"
                            + day + "000000Z)/Size " + attachment.bytes().length + ">>",
                    PdfFile.deflated(attachment.bytes()));
            String name = PdfText.string(attachment.name());
            int specification = file.add("<</Type/Filespec/F" + name + "/UF" + name + "/AFRelationship/"
                    + attachment.relationship() + "/Desc" + PdfText.string(attachment.description()) + "/EF<</F "
                    + bytes
                    + " 0 R/UF " + bytes + " 0 R>>>>");
            all.append(specification).append(" 0 R ");
            names.append(name).append(specification).append(" 0 R ");
        }
        catalog.append("/AF[")
                .append(all)
                .append("]/Names<</EmbeddedFiles<</Names[")
                .append(names)
                .append("]>>>>");
    }
}
