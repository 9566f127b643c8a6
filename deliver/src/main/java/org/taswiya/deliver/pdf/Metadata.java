package org.taswiya.deliver.pdf;

import java.nio.charset.StandardCharsets;

/// What a document says of itself, for programs (XMP, ISO 16684-1).
final class Metadata {
    private static final String EXTENSIONS = """
            <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification\
            </pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\
            <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>\
            <rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer\
            </pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>\
            Part of ISO 14289</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>\
            {more}</rdf:Bag>\
            </pdfaExtension:schemas>""";

    private static final String INVOICE_SCHEMA = """
            <rdf:li rdf:parseType="Resource"><pdfaSchema:schema>Factur-X</pdfaSchema:schema><pdfaSchema:namespaceURI>\
            urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#</pdfaSchema:namespaceURI><pdfaSchema:prefix>fx\
            </pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>{properties}</rdf:Seq></pdfaSchema:property></rdf:li>""";

    private static final String[] INVOICE_PROPERTIES = {
        "DocumentFileName", "DocumentType", "Version", "ConformanceLevel"
    };

    private Metadata() {}

    static byte[] of(Titled titled) {
        String day = titled.day() + "T00:00:00Z";
        boolean hasInvoice = !titled.invoiceProfile().isEmpty();
        String text = "<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>"
                + "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF"
                + " xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
                + "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
                + " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\""
                + " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\""
                + " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
                + " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
                + " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\""
                + " xmlns:fx=\"urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#\">"
                + "<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>"
                + "<dc:format>application/pdf</dc:format><dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">"
                + escaped(titled.title()) + "</rdf:li></rdf:Alt></dc:title><dc:creator><rdf:Seq><rdf:li>"
                + escaped(titled.author()) + "</rdf:li></rdf:Seq></dc:creator><dc:language><rdf:Bag><rdf:li>"
                + titled.language() + "</rdf:li></rdf:Bag></dc:language><xmp:CreatorTool>Taswiya</xmp:CreatorTool>"
                + "<xmp:CreateDate>" + day + "</xmp:CreateDate><xmp:ModifyDate>" + day + "</xmp:ModifyDate>"
                + (hasInvoice ? invoice(titled.invoiceProfile()) : "")
                + EXTENSIONS.replace(
                        "{more}", hasInvoice ? INVOICE_SCHEMA.replace("{properties}", invoiceProperties()) : "")
                + "</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end=\"r\"?>";
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String invoice(String profile) {
        return "<fx:DocumentType>INVOICE</fx:DocumentType><fx:DocumentFileName>factur-x.xml</fx:DocumentFileName>"
                + "<fx:Version>1.0</fx:Version><fx:ConformanceLevel>" + escaped(profile) + "</fx:ConformanceLevel>";
    }

    private static String invoiceProperties() {
        StringBuilder out = new StringBuilder();
        for (String property : INVOICE_PROPERTIES) {
            out.append("<rdf:li rdf:parseType=\"Resource\"><pdfaProperty:name>")
                    .append(property)
                    .append("</pdfaProperty:name><pdfaProperty:valueType>Text</pdfaProperty:valueType>"
                            + "<pdfaProperty:category>external</pdfaProperty:category><pdfaProperty:description>")
                    .append(property)
                    .append(" of the invoice</pdfaProperty:description></rdf:li>");
        }
        return out.toString();
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(code -> {
            switch (code) {
                case '<' -> out.append("&lt;");
                case '&' -> out.append("&amp;");
                default -> {
                    boolean isAllowed =
                            code >= ' ' && code != 0xFFFE && code != 0xFFFF && (code < 0xD800 || code > 0xDFFF);
                    out.appendCodePoint(isAllowed ? code : ' ');
                }
            }
        });
        return out.toString();
    }
}
