//! Where the characters of a gold text stand in a result's text, white space and small differences aside.

/// How many characters have to agree before a difference counts as over, and how far it is looked for.
const AGREE: usize = 8;
const FAR: usize = 400;
/// How many characters of a block find its place.
const ANCHOR: usize = 24;
/// The longest mark of a list item that may be missing in the other text: "(12)".
const MARK: usize = 4;

/// From code points of the gold text to code points of the result's.
pub struct Alignment {
    to: Vec<Option<u32>>,
}

impl Alignment {
    /// Aligns line by line, so that lines may stand in another order.
    pub fn of(gold: &str, text: &str) -> Self {
        let text = solid(text);
        let mut to = vec![None; gold.chars().count()];
        let (mut line, mut expected) = (Vec::new(), 0);
        for (index, character) in gold.chars().chain(['\n']).enumerate() {
            if character == '\n' {
                expected = align(&line, &text, expected, &mut to);
                line.clear();
            } else if !character.is_whitespace() {
                line.push((index, character));
            }
        }
        Self { to }
    }

    /// The stretch of the result's text for a stretch of gold; `None` where its ends have no counterpart.
    pub fn span(&self, start: u32, end: u32) -> Option<(u32, u32)> {
        let inside = self.to.get(start as usize..end as usize)?;
        let first = inside.first().copied().flatten()?;
        let last = inside.last().copied().flatten()?;
        (first <= last).then_some((first, last + 1))
    }

    /// The stretch from the first to the last character inside that has a counterpart: a sentence may begin with a bullet.
    pub fn reach(&self, start: u32, end: u32) -> Option<(u32, u32)> {
        let inside = self.to.get(start as usize..end as usize)?;
        let first = inside.iter().flatten().next()?;
        let last = inside.iter().rev().flatten().next()?;
        (first <= last).then_some((*first, last + 1))
    }
}

type Solid = Vec<(usize, char)>;

/// The characters that are no white space, with their numbers.
fn solid(text: &str) -> Solid {
    text.chars()
        .enumerate()
        .filter(|(_, character)| !character.is_whitespace())
        .collect()
}

/// Aligns a line, sought from `expected` on and then from the beginning; returns where the next is expected.
fn align(line: &Solid, text: &Solid, expected: usize, to: &mut [Option<u32>]) -> usize {
    let place = |skipped: usize, length| {
        let line = line.get(skipped..)?;
        let there = anchor(line, text, expected, length).or_else(|| anchor(line, text, 0, length))?;
        Some((skipped, there))
    };
    // A note marker may stand early in the line: failing its whole beginning, a few characters tell its place. A bullet or
    // a number before it may stand in one of the texts alone.
    let found = place(0, ANCHOR).or_else(|| place(0, AGREE));
    let unmarked = || {
        (1..=MARK)
            .filter(|skipped| line.len() >= skipped + ANCHOR)
            .find_map(|skipped| place(skipped, ANCHOR))
    };
    let Some((mut here, mut there)) = found.or_else(unmarked) else {
        return expected;
    };
    while here < line.len() && there < text.len() {
        if line[here].1 != text[there].1 {
            let Some((more_here, more_there)) = resume(&line[here..], &text[there..]) else {
                break;
            };
            here += more_here;
            there += more_there;
        }
        to[line[here].0] = u32::try_from(text[there].0).ok();
        here += 1;
        there += 1;
    }
    there
}

/// Where the beginning of a line stands: its first `length` characters, or all of a shorter line.
fn anchor(line: &[(usize, char)], text: &Solid, from: usize, length: usize) -> Option<usize> {
    let start = &line[..line.len().min(length)];
    if start.is_empty() {
        return None;
    }
    let at = |place: &usize| agree(start, &text[*place..], start.len());
    (from..(text.len() + 1).saturating_sub(start.len())).find(at)
}

/// The least number of characters to pass over on both sides until they agree again.
fn resume(line: &[(usize, char)], text: &[(usize, char)]) -> Option<(usize, usize)> {
    (1..FAR).find_map(|sum| {
        (0..=sum).map(|here| (here, sum - here)).find(|&(here, there)| {
            here < line.len() && there < text.len() && agree(&line[here..], &text[there..], AGREE.min(line.len() - here))
        })
    })
}

fn agree(a: &[(usize, char)], b: &[(usize, char)], n: usize) -> bool {
    n > 0 && a.len() >= n && b.len() >= n && a.iter().zip(b).take(n).all(|(x, y)| x.1 == y.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_differences_and_another_order_do_not_matter() {
        let gold = "The Taliban took Kabul.\nIran watched.\n• Russia and Belarus apply pressure.";
        let text = "Iran  watched.\n\nThe\u{a0}Taliban,1 took Kabul.\n\nRussia and Belarus apply pressure.";
        let alignment = Alignment::of(gold, text);
        let find = |word: &str| {
            let start = u32::try_from(gold[..gold.find(word).unwrap()].chars().count()).unwrap();
            let (from, to) = alignment.span(start, start + u32::try_from(word.len()).unwrap()).unwrap();
            text.chars().skip(from as usize).take((to - from) as usize).collect::<String>()
        };
        for word in ["Taliban", "Kabul", "Iran", "Belarus"] {
            assert_eq!(find(word), word);
        }
        assert_eq!(Alignment::of("Nowhere", text).span(0, 7), None);
        let bullet = u32::try_from(gold.chars().position(|character| character == '•').unwrap()).unwrap();
        let end = u32::try_from(gold.chars().count()).unwrap();
        assert_eq!(alignment.span(bullet, end), None);
        assert!(alignment.reach(bullet, end).is_some());
    }
}
