//! The blocks of a document as a web page, beside the pictures of its pages: self-contained, without scripts.

use std::fmt::Write;

use briefscope::document::{Block, BlockKind, Document};

const STYLE: &str = "
body { font: 15px/1.45 system-ui, sans-serif; margin: 0 auto; max-width: 90em; padding: 1em; color: #222; background: #fff }
header p { margin: .2em 0 } .warning { color: #a40000 }
section { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 1.5em; border-top: 1px solid #bbb; padding: 1em 0 }
section.plain { display: block; max-width: 50em }
img { width: 100%; border: 1px solid #ccc; position: sticky; top: 1em }
.block { border-left: .4em solid var(--kind); padding: .1em .7em; margin: .5em 0; overflow-wrap: anywhere }
.block b { color: var(--kind); font-size: .75em; font-weight: 600; text-transform: uppercase; letter-spacing: .05em; display: block }
.title { --kind: #0b6e75; font-size: 1.3em } .heading { --kind: #1c4fa3; font-weight: 600 } .body { --kind: #2e7d32 }
.list { --kind: #9a6700 } .caption { --kind: #8e3a9d } .table { --kind: #6a1b9a } .footnote { --kind: #666 }
.reference { --kind: #888 } .furniture { --kind: #b3261e } .footnote, .reference, .furniture { font-size: .85em }
@media (prefers-color-scheme: dark) { body { background: #181818; color: #ddd } .block b { filter: brightness(1.7) } }
";

/// The page; `pictures` are the document's pages, from the first on.
pub fn html(document: &Document, pictures: &[String]) -> String {
    let head = &document.head;
    let title = head.metadata.title.as_deref().unwrap_or(&head.id);
    let mut page = format!(
        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" \
         content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline'\">\n<title>{}</title>\n<style>{STYLE}</style></head><body>\n",
        escaped(title)
    );
    header(document, &mut page);
    for blocks in document.blocks.chunk_by(|a, b| a.page == b.page) {
        section(document, blocks, pictures, &mut page);
    }
    page.push_str("</body></html>\n");
    page
}

fn header(document: &Document, page: &mut String) {
    let (head, metadata) = (&document.head, &document.head.metadata);
    let unknown = "unknown".to_owned();
    let known = |value: &Option<String>| escaped(value.as_ref().unwrap_or(&unknown));
    let lines = [
        format!(
            "<p><strong>{}</strong> ({})</p>",
            escaped(&head.source.path),
            escaped(&head.source.media_type)
        ),
        format!("<p>title: {}</p>", known(&metadata.title)),
        format!("<p>authors: {}</p>", escaped(&metadata.authors.join("; "))),
        format!(
            "<p>publisher: {}; date: {}; language: {}</p>",
            known(&metadata.publisher),
            known(&metadata.date),
            known(&metadata.language)
        ),
    ];
    let warnings = head.warnings.iter().map(|warning| {
        let place = warning.page.map(|page| format!(", page {page}")).unwrap_or_default();
        format!(
            "<p class=\"warning\">{}{place}: {}</p>",
            escaped(&warning.code),
            escaped(&warning.message)
        )
    });
    let all: Vec<String> = lines.into_iter().chain(warnings).collect();
    let _ = writeln!(page, "<header>{}</header>", all.join("\n"));
}

/// The blocks that begin on one page, beside its picture.
fn section(document: &Document, blocks: &[Block], pictures: &[String], page: &mut String) {
    let number = blocks[0].page;
    let picture = number.and_then(|number| pictures.get(number as usize - 1));
    match (number, picture) {
        (Some(number), Some(data)) => {
            let _ = writeln!(
                page,
                "<section><div><img src=\"{data}\" alt=\"page {number}\" loading=\"lazy\"></div><div>"
            );
        }
        _ => page.push_str("<section class=\"plain\"><div>\n"),
    }
    for block in blocks {
        let kind = name(block.kind);
        let place = number.map(|number| format!(" · page {number}")).unwrap_or_default();
        let text = escaped(block.span.of(&document.text));
        let _ = writeln!(page, "<div class=\"block {kind}\"><b>{kind}{place}</b>{text}</div>");
    }
    page.push_str("</div></section>\n");
}

/// A kind's name, as in the result.
pub fn name(kind: BlockKind) -> String {
    format!("{kind:?}").to_lowercase()
}

/// Text that is no markup.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            c if c.is_control() => escaped.push(' '),
            c => escaped.push(c),
        }
    }
    escaped
}
