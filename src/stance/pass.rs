//! One pass over a document: sentence by sentence, with what each needs to know of those before.

use std::ops::Range;

use super::attribution::{Attributions, Carry, claims};
use super::compiled::Compiled;
use super::context::{Context, main_subject, pair};
use super::cutter::Cutter;
use super::frames::Frames;
use super::modality::Mood;
use super::parse::Parse;
use super::parties::Parties;
use super::quotations::quotations;
use super::records::Records;
use super::spelled::Spelled;
use super::tone;
use super::{Attribution, StanceReading};
use crate::document::{BlockKind, Document, Kind};
use crate::gazetteer::Found;
use crate::result::Form;
use crate::span::Span;
use crate::token::{Sentence, Token, by_form};

/// A document as the earlier stages left it.
#[derive(Clone, Copy)]
pub(super) struct Text<'a> {
    pub(super) document: &'a Document,
    pub(super) tokens: &'a [Token],
    pub(super) sentences: &'a [Sentence],
    pub(super) found: &'a Found,
}

/// Cues, attributions and stances of a document; "we" means the mention `speaker`.
pub(super) fn read(compiled: &Compiled, parse: &mut Parse, text: Text, speaker: Option<u32>) -> StanceReading {
    let Text {
        document,
        tokens,
        sentences,
        found,
    } = text;
    let quotations = quotations(document);
    let spell = |surface: &str| Spelled::of(surface, &compiled.vocabulary);
    let spelled = by_form(tokens, |token| parse.known.get(token.span.of(&document.text), spell));
    let mut pass = Pass {
        compiled,
        document,
        sentences,
        cutter: Cutter {
            text: &document.text,
            tokens,
            found,
            spelled: &spelled,
            vocabulary: &compiled.vocabulary,
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

/// One pass over a document.
struct Pass<'a> {
    compiled: &'a Compiled,
    document: &'a Document,
    sentences: &'a [Sentence],
    cutter: Cutter<'a>,
    carry: Carry<'a>,
    context: Context,
    /// The sentence whose attributions were read ahead of it, and their rows.
    ahead: Option<(u32, Range<u32>)>,
    reading: StanceReading,
}

impl Pass<'_> {
    fn kind(&self, sentence: Sentence) -> BlockKind {
        self.document.blocks[sentence.block as usize].kind
    }

    fn read_sentence(&mut self, index: u32, mentions: Range<usize>, parse: &mut Parse) {
        let (compiled, sentence) = (self.compiled, self.sentences[index as usize]);
        if sentence.block != self.context.block {
            self.context.block = sentence.block;
            self.context.leave_block();
        }
        compiled.tag(&self.cutter, sentence, mentions.clone(), parse);
        compiled.count_tone(parse, &mut self.reading);
        let quotation = self.carry.run(sentence.span);
        let relates = matches!(self.kind(sentence), BlockKind::Body | BlockKind::List)
            && (!mentions.is_empty() || !self.context.recent.is_empty() && compiled.takes_stands(parse));
        if !compiled.reports(parse) && !relates && quotation.is_none() {
            compiled.push_cues(parse, &[], &[], index, &mut self.reading.cues);
            return;
        }
        let orator = self.orator(mentions.clone());
        compiled.parse(parse);
        if relates {
            tone::count(parse, self.cutter.found, &mut self.reading.tones);
        }
        let rows = self.said(index, quotation, parse);
        let said: Vec<Attribution> = rows.iter().map(|&row| self.reading.attributions[row as usize].clone()).collect();
        if !relates {
            compiled.push_cues(parse, &[], &said, index, &mut self.reading.cues);
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
            patterns: &compiled.patterns,
            prepositions: &compiled.prepositions,
            classes: &compiled.classes,
            said: &said,
            orator,
            earlier: &self.context.drafts,
            tellers: &self.context.tellers,
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
        compiled.push_cues(parse, &drafts, &said, index, &mut self.reading.cues);
        if !drafts.is_empty() {
            let records = Records {
                parse,
                patterns: &compiled.patterns,
                mood: Mood::new(&compiled.moods, parse, &compiled.patterns, &compiled.classes),
                found: self.cutter.found,
                said: &said,
                said_rows: &rows,
                cues: (&self.reading.cues[first_cue..], first_cue),
                sentence: index,
                min_confidence: compiled.min_confidence,
            };
            self.reading.stances.extend(records.of(&drafts));
        }
        if !subject.is_empty() {
            self.context.previous = subject;
        }
        if pair.len() == 2 {
            self.context.pair = pair;
        }
        self.context.tellers.clear();
        self.context.tellers.extend(said.iter().filter_map(|row| row.source?.1));
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
            links: &self.compiled.links,
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
        self.compiled.tag(&self.cutter, sentence, mentions, &mut parse);
        if !self.compiled.reports(&parse) {
            return None;
        }
        self.compiled.parse(&mut parse);
        let last = u32::try_from(last).ok()?;
        let rows = self.attribute(last, &parse);
        self.ahead = Some((last, rows.clone()));
        rows.into_iter()
            .find(|&row| claims(&self.reading.attributions[row as usize], quotation))
    }

    /// Adds the attributions that the sentence itself makes.
    fn attribute(&mut self, index: u32, parse: &Parse) -> Range<u32> {
        let first = self.reading.attributions.len();
        let mut rows = if self.compiled.reports(parse) {
            Attributions {
                text: self.cutter.text,
                parse,
                parties: self.parties(parse, self.context.speaker),
                patterns: &self.compiled.patterns,
                wording: &self.compiled.wording,
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

/// The source of a direct quotation, whom "we" means in it.
fn quoted_speaker(said: &[Attribution], parse: &Parse) -> Option<u32> {
    let quoted = parse.words.iter().any(|word| word.quoted);
    said.iter()
        .filter(|attribution| quoted && attribution.form != Form::Indirect)
        .find_map(|attribution| attribution.source.and_then(|(_, mention)| mention))
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
