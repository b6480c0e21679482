//! Metadata for search engines in `<script type="application/ld+json">`.

use dom_query::Document;
use serde_json::{Map, Value};

/// Types of things that are the page's article; a web page is the last resort.
const ARTICLES: &[&str] = &["Article", "Report", "BlogPosting", "Posting", "WebPage"];

/// Properties of an article and the field of each.
const FIELDS: &[(&str, &str)] = &[
    ("headline", "title"),
    ("name", "title"),
    ("datePublished", "date"),
    ("dateCreated", "date"),
    ("dateModified", "modified"),
    ("articleSection", "section"),
    ("description", "description"),
    ("inLanguage", "language"),
];

/// The fields that the page's article gives.
pub(super) fn fields(document: &Document) -> Map<String, Value> {
    let scripts = document.select(r#"script[type="application/ld+json"]"#);
    let values: Vec<Value> = scripts
        .nodes()
        .iter()
        .filter_map(|node| serde_json::from_str(node.text().trim()).ok())
        .collect();
    let things = things(&values);
    let named = |name: &&str| things.iter().copied().find(|thing| is_a(thing, name));
    let Some(article) = ARTICLES.iter().find_map(|name| named(&name)) else {
        return Map::new();
    };
    let mut fields = Map::new();
    for (property, field) in FIELDS {
        if let Some(value) = article.get(*property).and_then(text)
            && !fields.contains_key(*field)
        {
            fields.insert((*field).to_owned(), value.into());
        }
    }
    let names = |property: &str| -> Vec<Value> {
        let people = article
            .get(property)
            .map(|value| value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice));
        people
            .unwrap_or_default()
            .iter()
            .filter_map(|person| name(person, &things))
            .map(Value::String)
            .collect()
    };
    let authors = names("author");
    if !authors.is_empty() {
        fields.insert("authors".to_owned(), Value::Array(authors));
    }
    if let Some(publisher) = names("publisher").into_iter().next() {
        fields.insert("publisher".to_owned(), publisher);
    }
    fields
}

/// All things at the top, in arrays and in `@graph`.
fn things(values: &[Value]) -> Vec<&Map<String, Value>> {
    let mut things = Vec::new();
    let mut left: Vec<&Value> = values.iter().rev().collect();
    while let Some(value) = left.pop() {
        match value {
            Value::Array(list) => left.extend(list.iter().rev()),
            Value::Object(thing) => {
                things.push(thing);
                left.extend(thing.get("@graph"));
                left.extend(thing.get("mainEntity"));
            }
            _ => {}
        }
    }
    things
}

fn is_a(thing: &Map<String, Value>, name: &str) -> bool {
    let types = thing
        .get("@type")
        .map(|value| value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice));
    types
        .unwrap_or_default()
        .iter()
        .filter_map(Value::as_str)
        .any(|kind| kind.ends_with(name))
}

/// A name: a string, a thing with a name, or a reference to one.
fn name(person: &Value, things: &[&Map<String, Value>]) -> Option<String> {
    let by_id = || {
        let id = person.get("@id")?;
        things
            .iter()
            .filter(|thing| thing.get("@id") == Some(id))
            .find_map(|thing| text(thing.get("name")?))
    };
    text(person)
        .or_else(|| text(person.get("name")?))
        .or_else(by_id)
        .filter(|name| !name.starts_with("http"))
}

/// A string, references in it resolved as pages often write them twice.
fn text(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => text.as_str(),
        Value::Array(list) => list.first()?.as_str()?,
        _ => return None,
    };
    let text = if text.contains('&') {
        Document::fragment(text).text().to_string()
    } else {
        text.to_owned()
    };
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}
