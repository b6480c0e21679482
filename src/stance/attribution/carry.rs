//! Quotations over several sentences of a paragraph: all of them are said by the source that one of them names.

use crate::result::Form;
use crate::span::Span;
use crate::stance::Attribution;
use crate::token::Sentence;

/// Follows the quotations of a document from sentence to sentence.
pub struct Carry<'a> {
    text: &'a str,
    quotations: &'a [Span],
    /// The last sentence in which somebody spoke, its block, and the row that says who.
    last: Option<(u32, u32, u32)>,
}

impl<'a> Carry<'a> {
    /// Nobody has spoken yet.
    pub fn new(text: &'a str, quotations: &'a [Span]) -> Self {
        Self {
            text,
            quotations,
            last: None,
        }
    }

    /// The quotation that the sentence is a part of: one that begins before it, goes on after it, or fills it.
    pub fn run(&self, sentence: Span) -> Option<Span> {
        let first = self.quotations.partition_point(|quotation| quotation.end <= sentence.start);
        let over = self.quotations[first..]
            .iter()
            .take_while(|quotation| quotation.start < sentence.end);
        let fills = |quotation: &Span| {
            let outside = [
                sentence.start..quotation.start.max(sentence.start),
                quotation.end.min(sentence.end)..sentence.end,
            ];
            outside.into_iter().all(|range| {
                let rest = &self.text[range.start as usize..range.end as usize];
                !rest.contains(char::is_alphanumeric)
            })
        };
        over.copied()
            .find(|quotation| quotation.start < sentence.start || quotation.end > sentence.end || fills(quotation))
    }

    /// Makes what a sentence's attributions quote reach over the sentences before and after it.
    pub fn extend(&self, sentence: Span, rows: &mut [Attribution]) {
        let Some(first) = self.quotations.iter().position(|quotation| quotation.end > sentence.start) else {
            return;
        };
        for quotation in self.quotations[first..]
            .iter()
            .take_while(|quotation| quotation.start < sentence.end)
        {
            if sentence.contains(*quotation) {
                continue;
            }
            for row in rows.iter_mut().filter(|row| row.form != Form::Indirect && claims(row, *quotation)) {
                row.content = row.content.hull(self.trimmed(*quotation));
            }
        }
    }

    /// The row of a quotation that nobody claims and that follows on the words of a known source.
    pub fn continued(&self, index: u32, sentence: Sentence, quotation: Span, rows: &[Attribution]) -> Option<Attribution> {
        let (spoke, block, row) = self.last?;
        let next_block = sentence.block == block + 1 && self.is_open_before(quotation);
        if spoke + 1 != index || sentence.block != block && !next_block || quotation.start < sentence.span.start {
            return None;
        }
        let said = &rows[row as usize];
        said.source?;
        Some(Attribution {
            content: self.trimmed(quotation),
            form: Form::Direct,
            ..said.clone()
        })
    }

    /// Remembers who spoke in a sentence.
    pub fn spoke(&mut self, index: u32, block: u32, row: u32) {
        self.last = Some((index, block, row));
    }

    /// Whether the quotation before this one was still open when its paragraph ended.
    fn is_open_before(&self, quotation: Span) -> bool {
        let before = self.quotations.iter().rev().find(|other| other.end <= quotation.start);
        before.is_some_and(|before| self.text[before.end as usize..].starts_with('\n'))
    }

    fn trimmed(&self, quotation: Span) -> Span {
        let inside = quotation.of(self.text);
        let sign = |c: char| c.is_whitespace() || matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | '…');
        let (start, end) = (inside.len() - inside.trim_start().len(), inside.trim_end_matches(sign).len());
        Span {
            start: quotation.start + u32::try_from(start).unwrap_or_default(),
            end: quotation.start + u32::try_from(end.max(start)).unwrap_or_default(),
        }
    }
}

/// Whether the row says who speaks in the quotation: its content reaches into it and its cue stands outside.
pub fn claims(row: &Attribution, quotation: Span) -> bool {
    row.content.overlaps(quotation) && !quotation.contains(row.cue)
}
