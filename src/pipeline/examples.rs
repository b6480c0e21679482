//! The example sentences of the lexicons, run.

use super::Pipeline;
use crate::document::Head;
use crate::ingest::{RawDocument, Structure};
use crate::lexicon::Example;

/// What became of an example.
pub struct Trial<'l> {
    /// The example.
    pub example: &'l Example,
    /// Ids of the mentions that stand exactly where the braces are.
    pub found: Vec<String>,
}

impl Trial<'_> {
    /// Whether the example behaves as it should.
    pub fn passes(&self) -> bool {
        self.found.contains(&self.example.id) == self.example.expect
    }
}

impl Pipeline {
    /// Runs every example of the lexicons.
    pub fn try_examples(&self) -> Vec<Trial<'_>> {
        self.lexicon
            .examples
            .iter()
            .map(|example| Trial {
                example,
                found: self.found_in_braces(&example.text),
            })
            .collect()
    }

    /// Ids of the mentions that stand exactly where the braces of `marked` are.
    fn found_in_braces(&self, marked: &str) -> Vec<String> {
        let (before, rest) = marked.split_once('{').unwrap_or((marked, ""));
        let (inside, after) = rest.split_once('}').unwrap_or((rest, ""));
        let text = format!("{before}{inside}{after}");
        let (start, end) = (before.len(), before.len() + inside.len());
        let analysis = self.analyze(RawDocument {
            head: Head::default(),
            text,
            structure: Structure::Lines { content: 0 },
        });
        let at_braces = |span| {
            analysis
                .document
                .source_map
                .source_of(span)
                .is_some_and(|source| source.range() == (start..end))
        };
        let mentions = analysis.found.mentions.iter().filter(|mention| at_braces(mention.span));
        mentions
            .map(|mention| analysis.found.entities[mention.entity as usize].id.clone())
            .collect()
    }
}
