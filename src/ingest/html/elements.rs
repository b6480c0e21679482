//! What an element means for the flow of text.

use dom_query::Element;

/// How an element takes part in the flow of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Flow {
    /// Runs on with the text around it.
    Inline,
    /// Text in it stands apart from what is before and after.
    Block,
    /// A cell of a table.
    Cell,
    /// A line break.
    Break,
    /// Its content is no text of the page.
    Skip,
}

/// How elements named `name` take part in the flow of text; unknown names are blocks, as components mostly are.
pub(super) fn flow(name: &str) -> Flow {
    match name {
        "a" | "abbr" | "acronym" | "b" | "bdi" | "bdo" | "big" | "cite" | "code" | "data" | "del" | "dfn" | "em" | "font" | "i" | "img"
        | "ins" | "kbd" | "label" | "mark" | "math" | "mi" | "mn" | "mo" | "mrow" | "nobr" | "picture" | "q" | "rb" | "rp" | "rt"
        | "ruby" | "s" | "samp" | "small" | "span" | "strike" | "strong" | "sub" | "sup" | "time" | "tt" | "u" | "var" | "wbr"
        | "input" | "source" => Flow::Inline,
        "br" => Flow::Break,
        "td" | "th" => Flow::Cell,
        "annotation" | "annotation-xml" | "audio" | "base" | "canvas" | "datalist" | "embed" | "head" | "iframe" | "link" | "map"
        | "meta" | "noframes" | "noscript" | "object" | "optgroup" | "option" | "param" | "script" | "select" | "style" | "svg"
        | "template" | "textarea" | "title" | "track" | "video" => Flow::Skip,
        _ => Flow::Block,
    }
}

/// Level of a heading element.
pub(super) fn heading_level(name: &str) -> Option<u8> {
    match name.as_bytes() {
        [b'h', level @ b'1'..=b'6'] => Some(level - b'0'),
        _ => None,
    }
}

/// Whether the page does not show the element.
pub(super) fn is_hidden(element: &Element) -> bool {
    let style = || attr(element, "style").map(|style| style.replace(' ', "").to_ascii_lowercase());
    element.has_attr("hidden")
        || attr(element, "aria-hidden").is_some_and(|value| value == "true")
        || style().is_some_and(|style| style.contains("display:none") || style.contains("visibility:hidden"))
}

/// The value of an attribute.
pub(super) fn attr<'a>(element: &'a Element, name: &str) -> Option<&'a str> {
    element.attrs.iter().find(|attr| &*attr.name.local == name).map(|attr| &*attr.value)
}

/// Class, id and role of an element in lower case, as one string to look for words in.
pub(super) fn labels(element: &Element) -> String {
    let values = ["class", "id", "role", "epub:type", "itemprop", "data-component", "data-testid"];
    let joined: Vec<&str> = values.iter().filter_map(|name| attr(element, name)).collect();
    joined.join(" ").to_ascii_lowercase()
}
