//! The parts of packages as a flat run of tags and text.

use std::borrow::Cow;

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use serde_json::{Map, Value};

/// A piece of a part, names without their prefix.
pub(super) enum Piece<'a> {
    /// An element begins.
    Start(Tag<'a>),
    /// An element ends; also one written as empty.
    End(String),
    /// Text, references resolved.
    Text(Cow<'a, str>),
}

/// The begin of an element.
pub(super) struct Tag<'a>(BytesStart<'a>);

impl Tag<'_> {
    /// Its name without a prefix.
    pub fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }

    /// An attribute's value by its name without a prefix.
    pub fn attr(&self, name: &str) -> Option<String> {
        let mut attributes = self.0.attributes();
        let attributes = attributes.with_checks(false).flatten();
        let found = attributes
            .into_iter()
            .find(|attribute| attribute.key.local_name().into_inner() == name)?;
        Some(found.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned())
    }

    /// Whether a property that is on by its mere presence is on.
    pub fn is_on(&self) -> bool {
        self.attr("val")
            .is_none_or(|value| !matches!(value.as_str(), "0" | "false" | "off" | "none"))
    }
}

/// The pieces of a part in order; the last is an error where the part is not well formed.
pub(super) fn pieces(xml: &str) -> impl Iterator<Item = Result<Piece<'_>, quick_xml::Error>> {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().expand_empty_elements = true;
    let mut is_over = false;
    std::iter::from_fn(move || {
        while !is_over {
            match reader.read_event() {
                Ok(Event::Eof) => is_over = true,
                Ok(event) => {
                    if let Some(piece) = piece(event) {
                        return Some(Ok(piece));
                    }
                }
                Err(error) => {
                    is_over = true;
                    return Some(Err(error));
                }
            }
        }
        None
    })
}

fn piece(event: Event<'_>) -> Option<Piece<'_>> {
    Some(match event {
        Event::Start(tag) => Piece::Start(Tag(tag)),
        Event::End(tag) => Piece::End(tag.local_name().into_inner().to_owned()),
        Event::Text(text) => Piece::Text(text.xml10_content()),
        Event::CData(text) => Piece::Text(text.xml10_content()),
        Event::GeneralRef(reference) => Piece::Text(match reference.resolve_char_ref() {
            Ok(Some(c)) => Cow::Owned(c.to_string()),
            _ => Cow::Borrowed(quick_xml::escape::resolve_predefined_entity(&reference)?),
        }),
        _ => return None,
    })
}

/// The texts of elements, under the field that `names` pairs with each; several of one field become a list.
pub(super) fn fields(xml: &str, names: &[(&str, &str)]) -> Map<String, Value> {
    let mut fields: Map<String, Value> = Map::new();
    let mut open: Option<(&str, String)> = None;
    for piece in pieces(xml).map_while(Result::ok) {
        match piece {
            Piece::Start(tag) => {
                let field = names.iter().find(|(element, _)| *element == tag.name());
                open = field.map(|(_, field)| (*field, String::new()));
            }
            Piece::Text(text) => {
                if let Some((_, value)) = &mut open {
                    value.push_str(&text);
                }
            }
            Piece::End(_) => {
                if let Some((field, value)) = open.take() {
                    add(&mut fields, field, value.trim());
                }
            }
        }
    }
    fields
}

fn add(fields: &mut Map<String, Value>, field: &str, value: &str) {
    match fields.get_mut(field) {
        _ if value.is_empty() => {}
        None => {
            fields.insert(field.to_owned(), value.into());
        }
        Some(Value::Array(list)) => list.push(value.into()),
        Some(first) => *first = Value::Array(vec![first.take(), value.into()]),
    }
}
