//! Metadata taken from the text, where the input brings none.

use crate::document::{BlockKind, Document};
use crate::ingest::dates;

/// Takes the title and an unmistakable date from the document's opening; failing that, the date of the file's creation.
pub(super) fn metadata(document: &mut Document) {
    let content = |wanted: BlockKind| {
        document
            .blocks
            .iter()
            .filter(move |block| block.kind == wanted)
            .map(|block| block.span.of(&document.text))
    };
    if document.head.metadata.title.is_none() {
        let parts: Vec<&str> = content(BlockKind::Title).collect();
        let title = parts.join(" ");
        let title = without_label(&title).to_owned();
        if !title.is_empty() {
            document.head.metadata.title = Some(title);
            document.head.metadata.inferred.push("title".to_owned());
        }
    }
    if document.head.metadata.date.is_none() {
        let opening = document.blocks.iter().take_while(|block| block.kind != BlockKind::Body).take(12);
        let lines = opening.filter(|block| block.kind == BlockKind::Furniture || block.kind == BlockKind::Heading);
        if let Some(date) = lines
            .map(|block| block.span.of(&document.text))
            .filter(|line| line.len() < 160)
            .find_map(dates::find)
        {
            document.head.metadata.date = Some(date);
            document.head.metadata.inferred.push("date".to_owned());
        }
    }
    if document.head.metadata.date.is_none() {
        let created = document.head.metadata.further.get("created").and_then(|created| created.as_str());
        document.head.metadata.date = created.and_then(dates::find);
    }
}

fn without_label(title: &str) -> &str {
    ["SUBJECT:", "Subject:", "RE:", "Re:"]
        .iter()
        .find_map(|label| title.strip_prefix(label))
        .unwrap_or(title)
        .trim()
}
