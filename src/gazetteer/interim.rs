use super::*;
use crate::document::Document;
use crate::lexicon::Lexicon;
use crate::token::{Sentence, Token};

/// Interim.
pub struct Gazetteer;

impl Gazetteer {
    /// Compile.
    pub fn compile(_: &Lexicon) -> Self {
        Self
    }

    /// Given mentions.
    pub fn find(&self, document: &Document, _tokens: &[Token], sentences: &[Sentence], given: GivenUse) -> Found {
        let mut found = Found::default();
        if given == GivenUse::Ignore {
            return found;
        }
        let mut ids: Vec<_> = document.head.given.iter().map(|g| (g.entity.clone(), g.name.clone())).collect();
        ids.sort();
        ids.dedup_by(|a, b| a.0 == b.0);
        found.entities = ids
            .into_iter()
            .map(|(id, name)| {
                Arc::new(Entity {
                    id,
                    name,
                    actor: None,
                    place: None,
                    codes: Default::default(),
                })
            })
            .collect();
        for g in &document.head.given {
            let Some(span) = document.source_map.text_of(g.source) else {
                continue;
            };
            let entity = found.entities.iter().position(|e| e.id == g.entity).unwrap() as u32;
            let Some(sentence) = sentences.iter().position(|s| s.span.contains(span)) else {
                continue;
            };
            found.mentions.push(Mention {
                entity,
                kind: g.kind,
                class: None,
                span,
                sentence: sentence as u32,
                block: sentences[sentence].block,
                reading: Reading::Literal,
                rule: "given",
                confidence: 1.0,
            });
        }
        found.mentions.sort_by_key(|m| (m.span, m.kind));
        found
    }
}
