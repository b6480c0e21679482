//! Groups of documents side by side: what each speaks of, how far they are apart, where they contradict one another.
//!
//! [`Comparer`] takes documents one after another and keeps numbers, no text; `wanted` says which sentences
//! and paragraphs the result will quote, and a second reading brings them. Memory grows with mentions, not with text.

mod agreement;
mod cluster;
mod difference;
mod distances;
mod extract;
mod groups;
mod keyness;
mod networks;
mod passages;
mod profiles;
mod vectors;

use std::collections::BTreeMap;

pub use difference::{Side, difference};
pub use extract::SameDocument;
pub use groups::By;
pub use keyness::{Keyness, rate_interval};
pub use passages::{Texts, Wanted};

use crate::result::{COMPARISON_SCHEMA, ComparisonResult, DocumentResult, MadeBy};
use extract::{Extract, Names};
use groups::Groups;

/// How to compare.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// What the groups are.
    pub by: By,
    /// Seed of the bootstrap.
    pub seed: u64,
    /// Draws of the bootstrap; 0 for no intervals.
    pub draws: u32,
    /// Whether to write the network of each group.
    pub networks: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            by: By::Document,
            seed: 1,
            draws: 200,
            networks: false,
        }
    }
}

/// Takes documents and compares their groups.
pub struct Comparer {
    options: Options,
    made_by: Vec<MadeBy>,
    names: Names,
    documents: BTreeMap<String, Extract>,
}

impl Comparer {
    /// No document yet.
    pub fn new(options: Options) -> Self {
        Self {
            options,
            made_by: Vec::new(),
            names: Names::default(),
            documents: BTreeMap::new(),
        }
    }

    /// Takes a document. One without the field or date that the groups are made by goes to the group `unknown`.
    ///
    /// # Errors
    ///
    /// If a document with this id was taken before.
    pub fn add(&mut self, document: &DocumentResult) -> Result<(), SameDocument> {
        if self.documents.contains_key(&document.id) {
            return Err(SameDocument(document.id.clone()));
        }
        if !self.made_by.contains(&document.made_by) {
            self.made_by.push(document.made_by.clone());
        }
        let group = self.options.by.group(document);
        let extract = Extract::of(document, group, &mut self.names);
        self.documents.insert(document.id.clone(), extract);
        Ok(())
    }

    /// All documents are taken: groups them and finds what is to be read again.
    pub fn close(mut self) -> (Closed, Wanted) {
        let order = self.names.sort();
        self.documents.values_mut().for_each(|document| document.renumber(&order));
        self.made_by
            .sort_by(|a, b| (&a.version, &a.lexicon, &a.options).cmp(&(&b.version, &b.lexicon, &b.options)));
        let groups = Groups::of(&self.documents);
        let disagreements = agreement::disagreements(&groups, &self.documents);
        let candidates = passages::candidates(&self.documents);
        let wanted = Wanted::of(&disagreements, &candidates);
        let closed = Closed {
            comparer: self,
            groups,
            disagreements,
            candidates,
        };
        (closed, wanted)
    }
}

/// All documents are taken; only the quoted texts are missing.
pub struct Closed {
    comparer: Comparer,
    groups: Groups,
    disagreements: Vec<agreement::Disagreement>,
    candidates: Vec<passages::Candidate>,
}

impl Closed {
    /// The comparison, with the texts that [`Wanted`] named.
    pub fn finish(self, texts: &Texts) -> ComparisonResult {
        let Self {
            comparer,
            groups,
            disagreements,
            candidates,
        } = self;
        let (options, names) = (&comparer.options, &comparer.names);
        let spaces = distances::Spaces::of(&groups, names);
        ComparisonResult {
            schema: COMPARISON_SCHEMA.to_owned(),
            made_by: comparer.made_by,
            by: options.by.to_string(),
            seed: options.seed,
            draws: if groups.few() { options.draws } else { 0 },
            groups: groups.rows(),
            profiles: profiles::rows(&groups, names),
            keyness: keyness::rows(&groups, names),
            clusters: spaces.clusters(&groups),
            distances: spaces.rows(&groups, names, options),
            agreement: agreement::rows(&groups),
            disagreements: disagreements.iter().map(|it| it.row(&groups, names, texts)).collect(),
            only_in: profiles::only_in(&groups, names),
            shared_passages: passages::verified(&candidates, texts),
            nodes: if options.networks {
                networks::rows(&groups, names)
            } else {
                Vec::new()
            },
        }
    }
}
