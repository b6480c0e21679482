//! Marked content: artifacts, replacement text, hidden layers (PDF 32000-1, 8.11 and 14.6).

use hayro_syntax::object::{self, Dict, Name, ObjRef, Object};
use hayro_syntax::page::Resources;

use super::strings;

/// The marked content that the reader stands in.
pub(super) struct Marks<'p> {
    hidden: &'p [ObjRef],
    open: Vec<Mark>,
}

/// A stretch of marked content.
struct Mark {
    hides: bool,
    pagination: bool,
    replacement: Replacement,
}

/// Text that stands for the glyphs of a mark.
enum Replacement {
    None,
    /// For the first glyph.
    Text(String),
    /// For the further ones.
    Spent,
}

impl<'p> Marks<'p> {
    /// Marks of a page where the layers `hidden` are not shown.
    pub fn new(hidden: &'p [ObjRef]) -> Self {
        Self { hidden, open: Vec::new() }
    }

    pub fn open(&mut self, tag: &Name<'_>, properties: Option<&Object<'_>>, resources: &Resources<'_>) {
        let name = if let Some(Object::Name(name)) = properties {
            Some(name)
        } else {
            None
        };
        let dict = match properties {
            Some(Object::Dict(dict)) => Some(dict.clone()),
            _ => name.and_then(|name| resources.properties.get::<Dict<'_>>(name)),
        };
        let layer = name
            .filter(|_| tag.as_str() == "OC")
            .and_then(|name| resources.properties.get_ref(name));
        let replacement = dict.as_ref().and_then(|dict| dict.get::<object::String<'_>>("ActualText"));
        let mark = Mark {
            hides: self.hides(layer),
            pagination: tag.as_str() == "Artifact" && dict.as_ref().is_some_and(is_pagination),
            replacement: replacement.map_or(Replacement::None, |text| Replacement::Text(strings::decode(text.as_bytes()))),
        };
        if self.open.len() < 4096 {
            self.open.push(mark);
        }
    }

    pub fn close(&mut self) {
        self.open.pop();
    }

    /// How many marks are open.
    pub fn depth(&self) -> usize {
        self.open.len()
    }

    /// Closes all but the first `depth` marks.
    pub fn cut(&mut self, depth: usize) {
        self.open.truncate(depth);
    }

    /// Whether the layer is not shown.
    pub fn hides(&self, layer: Option<ObjRef>) -> bool {
        layer.is_some_and(|layer| self.hidden.contains(&layer))
    }

    /// Whether what stands here is not shown.
    pub fn is_hidden(&self) -> bool {
        self.open.iter().any(|mark| mark.hides)
    }

    /// Whether what stands here is marked as a running head or foot.
    pub fn is_pagination(&self) -> bool {
        self.open.iter().any(|mark| mark.pagination)
    }

    /// The text that stands for the next glyph, where the file gives one.
    pub fn replacement(&mut self) -> Option<String> {
        let mark = self.open.iter_mut().find(|mark| !matches!(mark.replacement, Replacement::None))?;
        match std::mem::replace(&mut mark.replacement, Replacement::Spent) {
            Replacement::Text(text) => Some(text),
            _ => Some(String::new()),
        }
    }
}

fn is_pagination(dict: &Dict<'_>) -> bool {
    let is = |key: &str, values: &[&str]| dict.get::<Name<'_>>(key).is_some_and(|name| values.contains(&name.as_str()));
    is("Type", &["Pagination"]) || is("Subtype", &["Header", "Footer"])
}

/// The layers that the document does not show unless asked to.
pub(super) fn hidden_layers(catalog: &Dict<'_>) -> Vec<ObjRef> {
    let default = catalog
        .get::<Dict<'_>>("OCProperties")
        .and_then(|layers| layers.get::<Dict<'_>>("D"));
    let off = default.and_then(|default| default.get::<object::Array<'_>>("OFF"));
    off.into_iter()
        .flat_map(|off| off.raw_iter().filter_map(|entry| entry.as_obj_ref()).collect::<Vec<_>>())
        .collect()
}
