//! EPUB books: their chapters in the order of the spine.

use serde_json::Value;

use super::Structure;
use super::extract::Extract;
use super::html;
use super::package::{Package, PackageError};
use super::xml::{self, Piece, pieces};
use crate::document::{BlockKind, Warning};

/// Elements of a package's metadata, and the metadata field of each.
const FIELDS: &[(&str, &str)] = &[
    ("title", "title"),
    ("creator", "authors"),
    ("publisher", "publisher"),
    ("date", "date"),
    ("language", "language"),
    ("subject", "subject"),
    ("description", "description"),
    ("identifier", "identifier"),
];

/// Whether a package is an EPUB.
pub(super) fn is_epub(package: &Package) -> bool {
    package.names().iter().any(|name| name == "META-INF/container.xml")
}

/// Reads an EPUB.
pub(super) fn read(package: &mut Package) -> Result<Extract, PackageError> {
    let container = package.required("META-INF/container.xml")?;
    let root = attribute(&container, "rootfile", "full-path").ok_or_else(|| PackageError::Missing("package document".to_owned()))?;
    let opf = package.required(&root)?;
    let folder = root.rsplit_once('/').map_or("", |(folder, _)| folder);
    let locked = package.text("META-INF/encryption.xml")?.unwrap_or_default();
    let (mut text, mut blocks, mut warnings) = (String::new(), Vec::new(), Vec::new());
    for chapter in spine(&opf) {
        let path = within(folder, &chapter);
        if locked.contains(&path) {
            return Err(PackageError::Password);
        }
        match package.bytes(&path)? {
            Some(bytes) => html::chapter(&bytes, &mut text, &mut blocks).map_err(|error| damaged(&path, &error))?,
            None => warnings.push(Warning::new(
                "missing_part",
                format!("the book names a chapter {path} that is not in it"),
            )),
        }
    }
    let fields = xml::fields(&opf, FIELDS);
    label_title(&text, &mut blocks, fields.get("title"));
    Ok(Extract {
        text,
        structure: Structure::Blocks(blocks),
        fields,
        warnings,
        media_type: "application/epub+zip",
    })
}

fn damaged(part: &str, error: &html::PageError) -> PackageError {
    PackageError::Part {
        part: part.to_owned(),
        problem: error.to_string(),
    }
}

/// The first heading that repeats the book's title is the title; where the title stands again, it is furniture.
fn label_title(text: &str, blocks: &mut [super::RawBlock], title: Option<&Value>) {
    let Some(title) = title.and_then(Value::as_str) else { return };
    let words = |text: &str| text.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>();
    let title = words(title);
    let is_title = |block: &&mut super::RawBlock| {
        let content: String = block.parts.iter().map(|part| part.of(text)).collect();
        block.kind == BlockKind::Heading && words(&content) == title
    };
    for (place, block) in blocks.iter_mut().filter(is_title).enumerate() {
        (block.kind, block.level) = (if place == 0 { BlockKind::Title } else { BlockKind::Furniture }, 0);
    }
}

/// The first value of attribute `name` on an element `element`.
fn attribute(xml: &str, element: &str, name: &str) -> Option<String> {
    pieces(xml).map_while(Result::ok).find_map(|piece| match piece {
        Piece::Start(tag) if tag.name() == element => tag.attr(name),
        _ => None,
    })
}

/// The chapters in reading order, without the table of contents.
fn spine(opf: &str) -> Vec<String> {
    let mut items: Vec<(String, String)> = Vec::new();
    let mut order = Vec::new();
    for piece in pieces(opf).map_while(Result::ok) {
        let Piece::Start(tag) = piece else { continue };
        match tag.name() {
            "item"
                if tag
                    .attr("properties")
                    .is_none_or(|words| !words.split(' ').any(|word| word == "nav")) =>
            {
                items.extend(tag.attr("id").zip(tag.attr("href")));
            }
            "itemref" => order.extend(tag.attr("idref")),
            _ => {}
        }
    }
    let items: rustc_hash::FxHashMap<String, String> = items.into_iter().collect();
    order.iter().filter_map(|id| items.get(id).cloned()).collect()
}

/// A part's name from a link in a file of `folder`.
fn within(folder: &str, link: &str) -> String {
    let link = decoded(link.split('#').next().unwrap_or_default());
    let mut path: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in link.split('/') {
        match step {
            ".." => {
                path.pop();
            }
            "." | "" => {}
            step => path.push(step),
        }
    }
    path.join("/")
}

/// "%20" and the like resolved.
fn decoded(link: &str) -> String {
    let bytes = link.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let hex = link
            .get(at + 1..at + 3)
            .filter(|_| bytes[at] == b'%')
            .and_then(|hex| u8::from_str_radix(hex, 16).ok());
        decoded.push(hex.unwrap_or(bytes[at]));
        at += if hex.is_some() { 3 } else { 1 };
    }
    String::from_utf8_lossy(&decoded).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Map;

    #[test]
    fn links_lead_to_parts() {
        assert_eq!(within("OEBPS/text", "../ch%201.xhtml#top"), "OEBPS/ch 1.xhtml");
        assert_eq!(within("", "a%zz.xhtml"), "a%zz.xhtml");
    }

    #[test]
    fn fields_of_one_name_become_a_list() {
        let fields = xml::fields("<m><creator>A</creator><creator>B</creator></m>", &[("creator", "authors")]);
        assert_eq!(Value::Object(fields), serde_json::json!({"authors": ["A", "B"]}));
        assert_eq!(xml::fields("<m><title> </title></m>", &[("title", "title")]), Map::new());
    }
}
