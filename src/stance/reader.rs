//! The stance stage: compiled once from the lexicon, then reads one document after another.

use std::ops::Range;

use crate::document::{BlockKind, Document, Kind};
use crate::gazetteer::Found;
use crate::lexicon::{CueKind, Lexicon};
use crate::memo::Pool;
use crate::result::{CueRowKind, Form};
use crate::span::Span;
use crate::token::{Sentence, Token};

use super::attribution::{Attributions, Carry, Wording, claims};
use super::clauses::VerbClasses;
use super::cues::{Hit, Patterns};
use super::frames::{Draft, Frames, Prepositions};
use super::parse::Parse;
use super::parties::{Links, Parties, Way};
use super::quotations::quotations;
use super::records::Records;
use super::scope;
use super::tagger;
use super::tone;
use super::vocabulary::{Sym, Vocabulary};
use super::wordlists::{links, prepositions, verb_classes};
use super::words::Cutter;
use super::{Attribution, CueMention, StanceReading};

/// Reads cues, attributions and stances.
pub struct StanceReader {
    vocabulary: Vocabulary,
    patterns: Patterns,
    classes: VerbClasses,
    links: Links,
    prepositions: Prepositions,
    /// be, remain, become: verbs whose object is a predicate.
    copulas: Vec<Sym>,
    wording: Wording,
    /// What reading threads work with.
    memory: Pool<Parse>,
}

/// A document as the earlier stages left it.
#[derive(Clone, Copy)]
struct Text<'a> {
    document: &'a Document,
    tokens: &'a [Token],
    sentences: &'a [Sentence],
    found: &'a Found,
}

/// One pass over a document.
struct Pass<'a> {
    reader: &'a StanceReader,
    document: &'a Document,
    sentences: &'a [Sentence],
    cutter: Cutter<'a>,
    carry: Carry<'a>,
    context: Context,
    /// The sentence whose attributions were read ahead of it, and their rows.
    ahead: Option<(u32, Range<u32>)>,
    reading: StanceReading,
}

/// What a sentence needs to know of the document around it.
#[derive(Default)]
struct Context {
    block: u32,
    previous: Vec<u32>,
    /// The last two states that stood in one sentence by themselves.
    pair: Vec<u32>,
    /// Mentions of actors in the two sentences before.
    recent: Vec<u32>,
    /// How many of them stand in the earlier one.
    older: usize,
    /// What the sentence before told.
    drafts: Vec<Draft>,
    speaker: Option<u32>,
}

impl Context {
    fn leave_block(&mut self) {
        self.previous.clear();
        self.recent.clear();
        self.older = 0;
        self.drafts.clear();
    }

    /// Keeps what the next sentence must know of this one.
    fn go_on(&mut self, actors: Vec<u32>, drafts: Vec<Draft>) {
        self.recent.drain(..self.older);
        self.older = self.recent.len();
        self.recent.extend(actors);
        self.drafts = drafts;
    }
}

impl StanceReader {
    /// Compiles the cues, verbs and opinion words of the lexicon.
    pub fn compile(lexicon: &Lexicon) -> Self {
        let mut vocabulary = Vocabulary::compile(lexicon);
        let wording = Wording::compile(&mut vocabulary);
        let patterns = Patterns::compile(lexicon, &vocabulary);
        let classes = verb_classes(lexicon, &vocabulary);
        let links = links(&vocabulary);
        let prepositions = prepositions(&vocabulary);
        let copulas = ["remain", "become", "seem", "appear", "stay", "grow", "feel", "look", "prove", "be"]
            .iter()
            .map(|verb| vocabulary.sym(verb))
            .collect();
        Self {
            vocabulary,
            patterns,
            classes,
            links,
            prepositions,
            copulas,
            wording,
            memory: Pool::default(),
        }
    }

    /// Cues, attributions and stances of a document.
    pub fn read(&self, document: &Document, tokens: &[Token], sentences: &[Sentence], found: &Found) -> StanceReading {
        self.read_as(document, tokens, sentences, found, None)
    }

    /// The same, where "we" means the mention `speaker`, which may stand outside the text.
    pub fn read_as(
        &self,
        document: &Document,
        tokens: &[Token],
        sentences: &[Sentence],
        found: &Found,
        speaker: Option<u32>,
    ) -> StanceReading {
        let text = Text {
            document,
            tokens,
            sentences,
            found,
        };
        self.memory.lend(|parse| self.read_with(parse, text, speaker))
    }

    fn read_with(&self, parse: &mut Parse, text: Text, speaker: Option<u32>) -> StanceReading {
        let Text {
            document,
            tokens,
            sentences,
            found,
        } = text;
        let quotations = quotations(document);
        let mut pass = Pass {
            reader: self,
            document,
            sentences,
            cutter: Cutter {
                text: &document.text,
                tokens,
                found,
                vocabulary: &self.vocabulary,
                quotations: &quotations,
            },
            carry: Carry::new(&document.text, &quotations),
            context: Context {
                speaker,
                ..Context::default()
            },
            ahead: None,
            reading: StanceReading::default(),
        };
        let mut mentions = 0..0;
        for (index, sentence) in (0..).zip(sentences) {
            mentions = of_sentence(found, mentions.end, *sentence);
            if pass.kind(*sentence).is_text() {
                pass.read_sentence(index, mentions.clone(), parse);
            }
        }
        pass.forget(speaker);
        pass.reading
    }

    /// Words, tags and cues.
    fn tag(&self, cutter: &Cutter, sentence: Sentence, mentions: Range<usize>, parse: &mut Parse) {
        cutter.cut(sentence, mentions.clone(), &mut parse.known, &mut parse.words);
        cutter.mark_themes(mentions, &mut parse.words);
        tagger::tag(&mut parse.words);
        self.patterns.find(&parse.words, &mut parse.hits);
    }

    /// Chunks and clauses of tagged words.
    fn parse(&self, cutter: &Cutter, parse: &mut Parse) {
        tagger::guess_by_ending(cutter.text, &mut parse.words);
        parse.build(&self.classes, &self.copulas);
    }

    fn reports(&self, parse: &Parse) -> bool {
        parse.hits.iter().any(|&hit| self.patterns.get(hit).kind == CueKind::Reporting)
    }

    /// Whether a relation rests on another reading of the same words: "fight" where "fight for" could be meant.
    fn is_read_otherwise(&self, hit: Hit, drafts: &[Draft]) -> bool {
        let same = |draft: &Draft| (draft.hit.first, draft.hit.last) == (hit.first, hit.last);
        drafts.iter().any(|draft| same(draft) && self.patterns.get(draft.hit).is_stance())
    }

    fn takes_stands(&self, parse: &Parse) -> bool {
        parse.hits.iter().any(|&hit| self.patterns.get(hit).is_stance())
    }

    fn count_tone(&self, parse: &Parse, reading: &mut StanceReading) {
        for word in parse.words.iter().filter(|word| word.mention.is_none()) {
            reading.tone.0 += u32::from(word.lexeme.valence > 0);
            reading.tone.1 += u32::from(word.lexeme.valence < 0);
        }
        let urgent = parse.hits.iter().filter(|hit| self.patterns.get(**hit).kind == CueKind::Urgency);
        reading.urgency += u32::try_from(urgent.count()).unwrap_or(u32::MAX);
    }

    /// The sentence's cues; an ambiguous stance cue only where a relation rests on it, a word of saying only where something is said.
    fn push_cues(&self, parse: &Parse, drafts: &[Draft], said: &[Attribution], sentence: u32, cues: &mut Vec<CueMention>) {
        let first = cues.len();
        for &hit in &parse.hits {
            let (Some(kind), Some(hit)) = (row_kind(self.patterns.get(hit).kind), self.patterns.core(hit, &parse.words)) else {
                continue;
            };
            let pattern = self.patterns.get(hit);
            let rests = drafts.iter().any(|draft| draft.hit == hit);
            if pattern.is_stance() && !rests && (pattern.ambiguous || self.is_read_otherwise(hit, drafts)) {
                continue;
            }
            let span = parse.words[hit.first].span.hull(parse.words[hit.last].span);
            if pattern.kind == CueKind::Reporting && !said.iter().any(|row| row.cue.overlaps(span)) {
                continue;
            }
            cues.push(CueMention {
                kind,
                span,
                scope: scope::scope(parse, hit),
                sentence,
            });
        }
        cues[first..].sort_by_key(|cue| (cue.span, cue.kind));
        let mut at = first;
        while at + 1 < cues.len() {
            if cues[at].span == cues[at + 1].span && cues[at].kind == cues[at + 1].kind {
                cues.remove(at + 1);
            } else {
                at += 1;
            }
        }
    }
}

impl Pass<'_> {
    fn kind(&self, sentence: Sentence) -> BlockKind {
        self.document.blocks[sentence.block as usize].kind
    }

    fn read_sentence(&mut self, index: u32, mentions: Range<usize>, parse: &mut Parse) {
        let (reader, sentence) = (self.reader, self.sentences[index as usize]);
        if sentence.block != self.context.block {
            self.context.block = sentence.block;
            self.context.leave_block();
        }
        reader.tag(&self.cutter, sentence, mentions.clone(), parse);
        reader.count_tone(parse, &mut self.reading);
        let quotation = self.carry.run(sentence.span);
        let relates = matches!(self.kind(sentence), BlockKind::Body | BlockKind::List)
            && (!mentions.is_empty() || !self.context.recent.is_empty() && reader.takes_stands(parse));
        if !reader.reports(parse) && !relates && quotation.is_none() {
            reader.push_cues(parse, &[], &[], index, &mut self.reading.cues);
            return;
        }
        let orator = self.orator(mentions.clone());
        reader.parse(&self.cutter, parse);
        if relates {
            tone::count(parse, self.cutter.found, &mut self.reading.tones);
        }
        let rows = self.said(index, quotation, parse);
        let said: Vec<Attribution> = rows.iter().map(|&row| self.reading.attributions[row as usize].clone()).collect();
        if !relates {
            reader.push_cues(parse, &[], &said, index, &mut self.reading.cues);
            return;
        }
        let voice = quoted_speaker(&said, parse);
        let parties = Parties {
            voice,
            ..self.parties(parse, self.context.speaker)
        };
        let mut frames = Frames {
            parse,
            parties,
            patterns: &reader.patterns,
            prepositions: &reader.prepositions,
            classes: &reader.classes,
            said: &said,
            orator,
            earlier: &self.context.drafts,
            drafts: Vec::new(),
        };
        frames.read();
        let drafts = frames.drafts;
        let (subject, pair) = (main_subject(&parties), pair(&parties, &drafts));
        let actors: Vec<u32> = parse
            .words
            .iter()
            .filter_map(|word| word.mention)
            .filter(|&at| parties.mention(at).kind == Kind::Actor)
            .collect();
        let first_cue = self.reading.cues.len();
        reader.push_cues(parse, &drafts, &said, index, &mut self.reading.cues);
        let records = Records {
            parse,
            patterns: &reader.patterns,
            found: self.cutter.found,
            said: &said,
            said_rows: &rows,
            cues: (&self.reading.cues[first_cue..], first_cue),
            sentence: index,
        };
        let stances = records.of(&drafts);
        self.reading.stances.extend(stances);
        if !subject.is_empty() {
            self.context.previous = subject;
        }
        if pair.len() == 2 {
            self.context.pair = pair;
        }
        self.context.go_on(actors, drafts);
    }

    /// The speaker of a speech: named by the record, or by a given mention that lies on "we".
    fn orator(&self, mentions: Range<usize>) -> Option<u32> {
        let found = self.cutter.found;
        let first_person = |at: &usize| {
            let surface = found.mentions[*at].span.of(self.cutter.text);
            ["we", "i", "our", "us", "my", "me"]
                .iter()
                .any(|word| surface.eq_ignore_ascii_case(word))
        };
        let named = self.context.speaker.filter(|&at| {
            let entity = found.mentions[at as usize].entity;
            found.entities[entity as usize].id != super::AUTHOR
        });
        mentions
            .into_iter()
            .find(first_person)
            .and_then(|at| u32::try_from(at).ok())
            .or(named)
    }

    fn parties<'b>(&'b self, parse: &'b Parse, speaker: Option<u32>) -> Parties<'b> {
        Parties {
            parse,
            found: self.cutter.found,
            links: &self.reader.links,
            previous: &self.context.previous,
            pair: &self.context.pair,
            recent: &self.context.recent,
            text: self.cutter.text,
            speaker,
            voice: None,
            depth: 0,
        }
    }

    /// The rows that say who speaks in the sentence: its own, or those of the quotation that it is a part of.
    fn said(&mut self, index: u32, quotation: Option<Span>, parse: &Parse) -> Vec<u32> {
        let sentence = self.sentences[index as usize];
        let own = match self.ahead.take() {
            Some((ahead, rows)) if ahead == index => rows,
            other => {
                self.ahead = other;
                self.attribute(index, parse)
            }
        };
        let mut rows: Vec<u32> = own.collect();
        let claimed = |rows: &[u32], all: &[Attribution], quotation: Span| rows.iter().any(|&row| claims(&all[row as usize], quotation));
        if let Some(quotation) = quotation.filter(|&quotation| !claimed(&rows, &self.reading.attributions, quotation)) {
            rows.extend(self.claim(index, sentence, quotation));
        }
        if let Some(&row) = rows
            .iter()
            .rev()
            .find(|&&row| self.reading.attributions[row as usize].form != Form::Indirect)
            .or(rows.first())
        {
            self.carry.spoke(index, sentence.block, row);
        }
        rows
    }

    /// The row of a quotation whose speaker another sentence names.
    fn claim(&mut self, index: u32, sentence: Sentence, quotation: Span) -> Option<u32> {
        let all = &self.reading.attributions;
        let recent = all.len().saturating_sub(8);
        if let Some(row) = (recent..all.len()).rev().find(|&row| claims(&all[row], quotation)) {
            return u32::try_from(row).ok();
        }
        if quotation.end > sentence.span.end
            && let Some(row) = self.look_ahead(index, quotation)
        {
            return Some(row);
        }
        let row = self.carry.continued(index, sentence, quotation, &self.reading.attributions)?;
        self.reading.attributions.push(row);
        u32::try_from(self.reading.attributions.len() - 1).ok()
    }

    /// Puts another mention of the speaker, or none, in the place of one that stands outside the text.
    fn forget(&mut self, speaker: Option<u32>) {
        let Some(speaker) = speaker else { return };
        let mentions = &self.cutter.found.mentions;
        let entity = mentions[speaker as usize].entity;
        let other = mentions
            .iter()
            .position(|mention| mention.entity == entity)
            .filter(|&at| at < speaker as usize);
        for row in &mut self.reading.attributions {
            if let Some((_, mention)) = &mut row.source
                && *mention == Some(speaker)
            {
                *mention = other.and_then(|at| u32::try_from(at).ok());
            }
        }
    }

    /// Reads the attributions of the sentence in which the quotation ends, before its turn.
    fn look_ahead(&mut self, index: u32, quotation: Span) -> Option<u32> {
        let offset = self.sentences[index as usize + 1..]
            .iter()
            .position(|sentence| sentence.span.end >= quotation.end)?;
        let last = index as usize + 1 + offset;
        let sentence = self.sentences[last];
        let mentions = of_sentence(self.cutter.found, 0, sentence);
        let mut parse = Parse::default();
        self.reader.tag(&self.cutter, sentence, mentions, &mut parse);
        if !self.reader.reports(&parse) {
            return None;
        }
        self.reader.parse(&self.cutter, &mut parse);
        let last = u32::try_from(last).ok()?;
        let rows = self.attribute(last, &parse);
        self.ahead = Some((last, rows.clone()));
        rows.into_iter()
            .find(|&row| claims(&self.reading.attributions[row as usize], quotation))
    }

    /// Adds the attributions that the sentence itself makes.
    fn attribute(&mut self, index: u32, parse: &Parse) -> Range<u32> {
        let first = self.reading.attributions.len();
        let mut rows = if self.reader.reports(parse) {
            Attributions {
                text: self.cutter.text,
                parse,
                parties: self.parties(parse, self.context.speaker),
                patterns: &self.reader.patterns,
                wording: &self.reader.wording,
                sentence: index,
            }
            .read()
        } else {
            Vec::new()
        };
        self.carry.extend(self.sentences[index as usize].span, &mut rows);
        self.reading.attributions.append(&mut rows);
        let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        number(first)..number(self.reading.attributions.len())
    }
}

fn row_kind(kind: CueKind) -> Option<CueRowKind> {
    match kind {
        CueKind::Support => Some(CueRowKind::Support),
        CueKind::Oppose => Some(CueRowKind::Oppose),
        CueKind::Neutral => Some(CueRowKind::Neutral),
        CueKind::Negation => Some(CueRowKind::Negation),
        CueKind::Hedge => Some(CueRowKind::Hedge),
        CueKind::Booster => Some(CueRowKind::Booster),
        CueKind::Reporting => Some(CueRowKind::Reporting),
        CueKind::Shifter | CueKind::Concession | CueKind::Urgency | CueKind::Agent => None,
    }
}

/// The mentions that lie in a sentence; they come in its order.
fn of_sentence(found: &Found, from: usize, sentence: Sentence) -> Range<usize> {
    let rest = &found.mentions[from..];
    let start = from + rest.iter().take_while(|mention| mention.span.end <= sentence.span.start).count();
    let inside = found.mentions[start..]
        .iter()
        .take_while(|mention| mention.span.start < sentence.span.end)
        .count();
    start..start + inside
}

/// The source of a direct quotation, whom "we" means in it.
fn quoted_speaker(said: &[Attribution], parse: &Parse) -> Option<u32> {
    let quoted = parse.words.iter().any(|word| word.quoted);
    said.iter()
        .filter(|attribution| quoted && attribution.form != Form::Indirect)
        .find_map(|attribution| attribution.source.and_then(|(_, mention)| mention))
}

/// The two parties of a sentence that names just two, or tells of one relation between two.
fn pair(parties: &Parties, drafts: &[Draft]) -> Vec<u32> {
    let named = distinct(parties, parties.parse.words.iter().filter_map(|word| word.mention));
    let Some(first) = drafts.iter().find(|draft| draft.reciprocal).filter(|_| named.len() != 2) else {
        return named;
    };
    let same = drafts.iter().filter(|draft| draft.hit == first.hit && draft.reciprocal);
    distinct(parties, same.flat_map(|draft| [draft.holder.mention, draft.target.mention]))
}

/// The first mention of each actor.
fn distinct(parties: &Parties, mentions: impl Iterator<Item = u32>) -> Vec<u32> {
    let mut named: Vec<u32> = Vec::new();
    for mention in mentions {
        let actor = parties.mention(mention);
        if actor.kind == Kind::Actor && !named.iter().any(|&known| parties.mention(known).entity == actor.entity) {
            named.push(mention);
        }
    }
    named
}

/// Whom the sentence's first finite clause is about, if it names them.
fn main_subject(parties: &Parties) -> Vec<u32> {
    let parse = parties.parse;
    let subject = parse
        .verbs
        .iter()
        .zip(&parse.clauses)
        .filter(|(verb, clause)| verb.finite && !clause.relative)
        .find_map(|(_, clause)| clause.subject);
    let of = subject.map_or_else(Vec::new, |chunk| parties.of_subject(chunk));
    of.into_iter()
        .filter(|party| !matches!(party.way, Way::Deed | Way::Indirect) && parties.mention(party.mention).kind == Kind::Actor)
        .map(|party| party.mention)
        .collect()
}
