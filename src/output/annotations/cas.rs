//! UIMA CAS as JSON (format 0.4), as INCEpTION and dkpro-cassis read it: sentences, tokens, mentions as named entities,
//! blocks as divisions, metadata.

use std::io::Write;
use std::path::Path;

use serde_json::{Value, json};

use crate::output::Written;
use crate::output::error::OutputError;
use crate::output::folder::{each_document, file_name};
use crate::output::whole::write_whole;
use crate::result::DocumentResult;
use crate::token::Tokenizer;

const SENTENCE: &str = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence";
const TOKEN: &str = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token";
const ENTITY: &str = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity";
const BLOCK: &str = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Div";
const METADATA: &str = "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData";
const FIELD: &str = "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.MetaDataStringField";

pub fn write(result: &Path, dir: &Path) -> Result<Vec<Written>, OutputError> {
    let tokenizer = Tokenizer::builtin();
    let mut written = Vec::new();
    each_document(result, |document| {
        let path = dir.join(file_name(&document.id));
        let json = serde_json::to_vec(&cas(&document, &tokenizer))?;
        write_whole(&path, |out| out.write_all(&json)).map_err(|e| OutputError::write(&path, &e))?;
        let rows = document.mentions.len() as u64;
        written.push(Written { path, rows });
        Ok(())
    })?;
    Ok(written)
}

fn cas(document: &DocumentResult, tokenizer: &Tokenizer) -> Value {
    let units = Units::new(&document.text);
    let annotation = |of: &str, begin: u32, end: u32| json!({"%TYPE": of, "@sofa": 1, "begin": begin, "end": end});
    let mut structures = vec![json!({
        "%TYPE": "uima.cas.Sofa", "sofaNum": 1, "sofaID": "_InitialView", "mimeType": "text/plain", "sofaString": document.text,
    })];
    let sentences = document.sentences.iter();
    structures.extend(sentences.map(|it| annotation(SENTENCE, units.of_point(it.start), units.of_point(it.end))));
    let tokens = tokenizer.tokenize(&document.text);
    structures.extend(
        tokens
            .iter()
            .map(|it| annotation(TOKEN, units.of_byte(it.span.start), units.of_byte(it.span.end))),
    );
    for mention in &document.mentions {
        let mut entity = annotation(ENTITY, units.of_point(mention.start), units.of_point(mention.end));
        entity["value"] = json!(mention.kind);
        entity["identifier"] = json!(mention.entity);
        entity["name"] = json!(mention.name);
        structures.push(entity);
    }
    for block in super::blocks(document) {
        let mut division = annotation(BLOCK, units.of_point(block.start), units.of_point(block.end));
        division["divType"] = json!(block.kind);
        division["id"] = json!(block.page.map(|page| format!("page-{page}")));
        structures.push(division);
    }
    let mut metadata = annotation(METADATA, 0, units.of_point(u32::MAX));
    metadata["documentId"] = json!(document.id);
    metadata["documentTitle"] = json!(document.metadata.title);
    metadata["language"] = json!(document.metadata.language.as_deref().unwrap_or("x-unspecified"));
    structures.push(metadata);
    let fields = [("date", &document.metadata.date), ("publisher", &document.metadata.publisher)];
    for (key, value) in fields {
        let Some(value) = value else { continue };
        let mut field = annotation(FIELD, 0, 0);
        field["key"] = json!(key);
        field["value"] = json!(value);
        structures.push(field);
    }
    for (number, structure) in structures.iter_mut().enumerate() {
        structure["%ID"] = json!(number + 1);
    }
    let members: Vec<usize> = (2..=structures.len()).collect();
    json!({
        "%TYPES": types(),
        "%FEATURE_STRUCTURES": structures,
        "%VIEWS": {"_InitialView": {"%SOFA": 1, "%MEMBERS": members}},
    })
}

fn types() -> Value {
    let annotation = |name: &str, features: &[&str]| {
        let mut of = json!({"%NAME": name, "%SUPER_TYPE": "uima.tcas.Annotation"});
        for feature in features {
            of[*feature] = json!({"%NAME": feature, "%RANGE": "uima.cas.String"});
        }
        of
    };
    let mut metadata = annotation(METADATA, &["documentTitle", "documentId"]);
    metadata["%SUPER_TYPE"] = json!("uima.tcas.DocumentAnnotation");
    json!({
        SENTENCE: annotation(SENTENCE, &[]),
        TOKEN: annotation(TOKEN, &[]),
        ENTITY: annotation(ENTITY, &["value", "identifier", "name"]),
        BLOCK: annotation(BLOCK, &["divType", "id"]),
        METADATA: metadata,
        FIELD: annotation(FIELD, &["key", "value"]),
    })
}

/// Offsets in UTF-16 code units, as this format counts.
struct Units {
    by_point: Vec<u32>,
    by_byte: Vec<u32>,
}

impl Units {
    fn new(text: &str) -> Self {
        let mut units = 0;
        let (mut by_point, mut by_byte) = (Vec::new(), Vec::with_capacity(text.len() + 1));
        for character in text.chars() {
            by_point.push(units);
            by_byte.extend(std::iter::repeat_n(units, character.len_utf8()));
            units += if character.len_utf16() == 2 { 2 } else { 1 };
        }
        by_point.push(units);
        by_byte.push(units);
        Self { by_point, by_byte }
    }

    fn of_point(&self, point: u32) -> u32 {
        self.by_point.get(point as usize).or(self.by_point.last()).copied().unwrap_or(0)
    }

    fn of_byte(&self, byte: u32) -> u32 {
        self.by_byte.get(byte as usize).or(self.by_byte.last()).copied().unwrap_or(0)
    }
}
