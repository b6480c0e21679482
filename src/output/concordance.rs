//! Keyword in context: mentions of an entity with what stands before and after.

use std::path::Path;

use super::Written;
use super::error::OutputError;
use super::folder::each_document;
use super::tables::harmless;
use super::whole::write_whole;
use crate::document::Kind;
use crate::result::{DocumentResult, MentionRow};
use crate::span::CodePoints;

/// A mention in its context.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The document's id.
    pub document: String,
    /// Physical page, where the format has pages.
    pub page: Option<u32>,
    /// What stands before, within the block.
    pub left: String,
    /// The mention as written.
    pub surface: String,
    /// What stands after, within the block.
    pub right: String,
    /// The entity's id.
    pub entity: String,
    /// The entity's name.
    pub name: String,
    /// Actor, place or theme.
    pub kind: Kind,
    /// Number of the mention in its document.
    pub mention: u32,
}

/// The mentions whose words, name or id contain `query`, whatever its letter case, each with `width` characters either side.
///
/// # Errors
///
/// If the result cannot be read.
pub fn concordance(
    result: &Path,
    query: &str,
    width: u32,
    mut take: impl FnMut(Line) -> Result<(), OutputError>,
) -> Result<(), OutputError> {
    let query = query.to_lowercase();
    let fits = |mention: &MentionRow| {
        [&mention.surface, &mention.name, &mention.entity]
            .iter()
            .any(|text| text.to_lowercase().contains(&query))
    };
    each_document(result, |document| {
        let points = CodePoints::new(&document.text);
        let found = document.mentions.iter().filter(|mention| fits(mention));
        found
            .map(|mention| line(&document, mention, width, &points))
            .try_for_each(&mut take)
    })
}

fn line(document: &DocumentResult, mention: &MentionRow, width: u32, points: &CodePoints) -> Line {
    let text = |from: u32, to: u32| {
        let (from, to) = (points.byte(from) as usize, points.byte(to) as usize);
        document.text.get(from..to).unwrap_or_default().to_owned()
    };
    let (first, last) = document
        .blocks
        .get(mention.block as usize)
        .map_or((mention.start, mention.end), |it| (it.start, it.end));
    Line {
        document: document.id.clone(),
        page: mention.page,
        left: text(mention.start.saturating_sub(width).max(first), mention.start),
        surface: mention.surface.to_string(),
        right: text(mention.end, mention.end.saturating_add(width).min(last)),
        entity: mention.entity.to_string(),
        name: mention.name.to_string(),
        kind: mention.kind,
        mention: mention.id,
    }
}

/// Writes every mention in its context as `kwic.csv` into `dir`.
///
/// # Errors
///
/// If the result cannot be read or the file cannot be written.
pub fn write_concordance(result: &Path, dir: &Path, width: u32) -> Result<Vec<Written>, OutputError> {
    let path = dir.join("kwic.csv");
    let failed = |e: &dyn std::fmt::Display| OutputError::write(&path, &e.to_string());
    let mut rows = 0;
    let mut csv = csv::Writer::from_writer(Vec::new());
    let header = ["document", "page", "left", "surface", "right", "entity", "name", "kind", "mention"];
    csv.write_record(header).map_err(|e| failed(&e))?;
    concordance(result, "", width, |line| {
        rows += 1;
        let kind = format!("{:?}", line.kind).to_lowercase();
        let page = line.page.map(|page| page.to_string()).unwrap_or_default();
        let cells = [
            line.document,
            page,
            line.left,
            line.surface,
            line.right,
            line.entity,
            line.name,
            kind,
            line.mention.to_string(),
        ];
        csv.write_record(cells.map(harmless)).map_err(|e| failed(&e))
    })?;
    let bytes = csv.into_inner().map_err(|e| failed(&e))?;
    write_whole(&path, |out| std::io::Write::write_all(out, &bytes)).map_err(|e| failed(&e))?;
    Ok(vec![Written { path, rows }])
}
