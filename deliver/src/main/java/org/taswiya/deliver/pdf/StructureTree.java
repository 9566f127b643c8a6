package org.taswiya.deliver.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the parts of a document are, in the order in which they are read aloud (ISO 32000-1, 14.7).
public final class StructureTree {
    private final Element root = new Element("Document", null, "");

    StructureTree() {}

    /// The whole document.
    public Element root() {
        return root;
    }

    /// A part: a heading, a paragraph, a table and its rows and cells, a picture.
    public static final class Element {
        private final String type;
        private final @Nullable Element parent;
        private final String entries;
        private final List<Object> kids = new ArrayList<>();
        private int number;

        private Element(String type, @Nullable Element parent, String entries) {
            this.type = type;
            this.parent = parent;
            this.entries = entries;
        }

        /// The next part of this one.
        ///
        /// @param kind a standard type, such as `P`, `H1`, `Table`, `TR`, `TH`, `TD`
        public Element add(String kind) {
            return add(kind, "");
        }

        /// The next part, in another language than the document.
        public Element in(String kind, String language) {
            return add(kind, "/Lang(" + language + ")");
        }

        /// A cell that heads its column.
        public Element columnHead() {
            return add("TH", "/A<</O/Table/Scope/Column>>");
        }

        /// A cell that heads its row.
        public Element rowHead() {
            return add("TH", "/A<</O/Table/Scope/Row>>");
        }

        /// A picture, and what it shows in words.
        ///
        /// @param box left, bottom, right and top
        public Element figure(String words, double[] box) {
            StringBuilder at = new StringBuilder();
            for (double edge : box) {
                PdfText.number(edge, at);
                at.append(' ');
            }
            return add(
                    "Figure",
                    "/Alt" + PdfText.string(words) + "/A<</O/Layout/Placement/Block/BBox["
                            + at.toString().strip() + "]>>");
        }

        private Element add(String kind, String more) {
            Element next = new Element(kind, this, more);
            kids.add(next);
            return next;
        }

        void mark(Mark mark) {
            kids.add(mark);
        }
    }

    /// A piece of a page's drawing.
    record Mark(int pageObject, int index) {}

    /// Writes all parts.
    ///
    /// @param pages for each page, whose each of its pieces is
    /// @return the number of the tree
    int write(PdfFile file, List<List<Element>> pages) throws IOException {
        int tree = file.reserve();
        number(file, root);
        write(file, root, tree);
        StringBuilder parents = new StringBuilder("<</Nums[");
        for (int page = 0; page < pages.size(); page++) {
            parents.append(page).append('[');
            for (Element owner : pages.get(page)) {
                parents.append(owner.number).append(" 0 R ");
            }
            parents.append(']');
        }
        int byPage = file.add(parents.append("]>>").toString());
        file.set(
                tree,
                "<</Type/StructTreeRoot/K " + root.number + " 0 R/ParentTree " + byPage + " 0 R/ParentTreeNextKey "
                        + pages.size() + ">>");
        return tree;
    }

    private static void number(PdfFile file, Element element) {
        element.number = file.reserve();
        for (Object kid : element.kids) {
            if (kid instanceof Element inner) {
                number(file, inner);
            }
        }
    }

    private static void write(PdfFile file, Element element, int tree) throws IOException {
        StringBuilder out = new StringBuilder(96);
        out.append("<</S/").append(element.type).append("/P ");
        out.append(element.parent == null ? tree : element.parent.number)
                .append(" 0 R")
                .append(element.entries);
        int page = pageOf(element);
        if (page != 0) {
            out.append("/Pg ").append(page).append(" 0 R");
        }
        if (element.kids.size() == 1 && element.kids.getFirst() instanceof Mark only) {
            out.append("/K ").append(only.index()).append(">>");
            file.set(element.number, out.toString());
            return;
        }
        out.append("/K[");
        for (Object kid : element.kids) {
            switch (kid) {
                case Element inner -> out.append(inner.number).append(" 0 R ");
                case Mark mark
                when mark.pageObject() == page -> out.append(mark.index()).append(' ');
                case Mark mark ->
                    out.append("<</Type/MCR/Pg ")
                            .append(mark.pageObject())
                            .append(" 0 R/MCID ")
                            .append(mark.index())
                            .append(">>");
                default -> throw new IllegalStateException("a part of a document that is " + kid);
            }
        }
        file.set(element.number, out.append("]>>").toString());
        for (Object kid : element.kids) {
            if (kid instanceof Element inner) {
                write(file, inner, tree);
            }
        }
    }

    /// The page of an element's first piece; zero where it has none itself.
    private static int pageOf(Element element) {
        for (Object kid : element.kids) {
            if (kid instanceof Mark mark) {
                return mark.pageObject();
            }
        }
        return 0;
    }
}
