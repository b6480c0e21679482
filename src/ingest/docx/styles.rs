//! Paragraph styles: what a paragraph is by the style it has.

use rustc_hash::FxHashMap;

use crate::document::BlockKind;
use crate::ingest::xml::{Piece, pieces};

/// What a paragraph of a style is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Role {
    /// Kind of its block.
    pub kind: BlockKind,
    /// Level of a heading, from 1; 0 for the rest.
    pub level: u8,
}

/// Place in a numbering.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Numbered {
    /// Id of the numbering; "0" takes numbering away.
    pub list: Option<String>,
    /// Depth, from 0.
    pub depth: Option<usize>,
}

#[derive(Debug, Default)]
struct Style {
    role: Option<Role>,
    base: Option<String>,
    numbered: Numbered,
}

/// The paragraph styles of a document by id.
#[derive(Debug, Default)]
pub(super) struct Styles(FxHashMap<String, Style>);

/// How many styles are followed from one to the one it is based on.
const LONGEST_LINE: usize = 16;

impl Styles {
    /// Reads `styles.xml`; what comes after a break in it is missing.
    pub fn parse(xml: &str) -> Self {
        let mut styles = FxHashMap::default();
        let mut open: Option<(String, Style)> = None;
        for piece in pieces(xml).map_while(Result::ok) {
            match piece {
                Piece::Start(tag) => match (tag.name(), &mut open) {
                    ("style", _) => open = tag.attr("styleId").map(|id| (id, Style::default())),
                    ("name", Some((_, style))) => style.role = tag.attr("val").and_then(|name| role_of_name(&name)),
                    ("basedOn", Some((_, style))) => style.base = tag.attr("val"),
                    ("outlineLvl", Some((_, style))) => style.role = style.role.or_else(|| role_of_outline(&tag.attr("val")?)),
                    ("numId", Some((_, style))) => style.numbered.list = tag.attr("val"),
                    ("ilvl", Some((_, style))) => style.numbered.depth = tag.attr("val").and_then(|depth| depth.parse().ok()),
                    _ => {}
                },
                Piece::End(name) if name == "style" => styles.extend(open.take()),
                _ => {}
            }
        }
        Self(styles)
    }

    /// What a paragraph of style `id` is; a style unknown by name is what the one it is based on is.
    pub fn role(&self, id: &str) -> Option<Role> {
        let known = self.line(id).find_map(|style| style.role);
        if self.0.contains_key(id) { known } else { role_of_name(id) }
    }

    /// The numbering that style `id` brings.
    pub fn numbered(&self, id: &str) -> Numbered {
        Numbered {
            list: self.line(id).find_map(|style| style.numbered.list.clone()),
            depth: self.line(id).find_map(|style| style.numbered.depth),
        }
    }

    /// The style `id`, the one it is based on, and so on.
    fn line(&self, id: &str) -> impl Iterator<Item = &Style> {
        let next = |style: &&Style| self.0.get(style.base.as_deref()?);
        std::iter::successors(self.0.get(id), next).take(LONGEST_LINE)
    }
}

/// Outline levels 0 to 8 are headings, 9 is body text.
pub(super) fn role_of_outline(level: &str) -> Option<Role> {
    let level = level.parse::<u8>().ok().filter(|level| *level < 9)?;
    Some(Role {
        kind: BlockKind::Heading,
        level: level + 1,
    })
}

/// Names of heading styles in the languages Word is sold in; Word itself writes "heading 1" whatever its language.
const HEADING_NAMES: &[&str] = &[
    "heading",
    "überschrift",
    "berschrift",
    "titre",
    "título",
    "titulo",
    "ttulo",
    "titolo",
    "kop",
    "rubrik",
    "overskrift",
    "otsikko",
    "заголовок",
    "nagłówek",
    "nagwek",
    "nadpis",
    "címsor",
    "başlık",
    "标题",
    "見出し",
    "제목",
];

/// What the name or id of a style tells.
fn role_of_name(name: &str) -> Option<Role> {
    let name = name.to_lowercase().replace(['_', '-'], " ");
    let bare = name.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end();
    let number = name[bare.len()..].trim().parse::<u8>().ok();
    let role = |kind| Some(Role { kind, level: 0 });
    match (bare, number) {
        (heading, Some(level @ 1..=9)) if HEADING_NAMES.contains(&heading) => Some(Role {
            kind: BlockKind::Heading,
            level,
        }),
        ("title" | "subtitle" | "titel" | "titre" | "titolo" | "título" | "название", None) => role(BlockKind::Title),
        ("caption" | "beschriftung" | "légende" | "leyenda" | "didascalia" | "table caption" | "figure caption", _) => {
            role(BlockKind::Caption)
        }
        ("footnote text" | "endnote text" | "footnotetext" | "endnotetext" | "footnote" | "endnote", _) => role(BlockKind::Footnote),
        ("bibliography" | "references", _) => role(BlockKind::Reference),
        ("toc" | "table of figures" | "index" | "header" | "footer" | "page number", _) => role(BlockKind::Furniture),
        ("list bullet" | "list number" | "listbullet" | "listnumber" | "list continue", _) => role(BlockKind::List),
        ("normal" | "body text", _) => role(BlockKind::Body),
        _ => None,
    }
}
