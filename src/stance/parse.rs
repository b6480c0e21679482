//! A parsed sentence: words, chunks, verb groups, clauses and cues. Its buffers are used again for the next one.

use super::chunks::{self, Chunk, ChunkKind, VerbGroup};
use super::clauses::{Builder, Clause, VerbClasses};
use super::cues::Hit;
use super::spelled::Spelled;
use super::vocabulary::Sym;
use super::words::Word;
use crate::memo::WordMemo;

/// All that is known about the grammar of one sentence.
#[derive(Default)]
pub struct Parse {
    /// What is known about words, of all sentences read so far.
    pub known: WordMemo<Spelled>,
    /// Its words.
    pub words: Vec<Word>,
    /// Its cues, by first word.
    pub hits: Vec<Hit>,
    /// Its chunks.
    pub chunks: Vec<Chunk>,
    /// Its verb groups.
    pub verbs: Vec<VerbGroup>,
    /// The clause of each verb group.
    pub clauses: Vec<Clause>,
}

impl Parse {
    /// Chunks and clauses of the tagged words.
    pub fn build(&mut self, classes: &VerbClasses, links: &[Sym]) {
        chunks::chunk(&self.words, &mut self.chunks, &mut self.verbs, links);
        let mut clauses = std::mem::take(&mut self.clauses);
        self.builder(classes).build(&mut clauses);
        self.clauses = clauses;
    }

    /// The clause builder over this sentence.
    pub fn builder<'a>(&'a self, classes: &'a VerbClasses) -> Builder<'a> {
        Builder {
            words: &self.words,
            chunks: &self.chunks,
            verbs: &self.verbs,
            classes,
        }
    }

    /// The chunk that holds a word.
    pub fn chunk_of(&self, word: usize) -> Option<usize> {
        let at = self.chunks.partition_point(|chunk| chunk.last < word);
        (at < self.chunks.len() && self.chunks[at].first <= word).then_some(at)
    }

    /// The first chunk that begins after a word.
    pub fn chunk_after(&self, word: usize) -> usize {
        self.chunks.partition_point(|chunk| chunk.first <= word)
    }

    /// The verb group whose main verb is this word.
    pub fn verb_at(&self, word: usize) -> Option<usize> {
        self.verbs.iter().position(|verb| verb.head == word)
    }

    /// The verb group that takes the noun group as its object.
    pub fn verb_of_object(&self, chunk: usize) -> Option<usize> {
        self.clauses.iter().position(|clause| clause.object == Some(chunk))
    }

    /// The next chunk that is no adverb.
    pub fn skip_adverbs(&self, mut chunk: usize) -> usize {
        while self.chunks.get(chunk).is_some_and(|chunk| chunk.kind == ChunkKind::Adv) {
            chunk += 1;
        }
        chunk
    }
}
