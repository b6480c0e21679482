//! Where the characters of a gold text stand in a result's text, white space and small differences aside.

/// How many characters have to agree before a difference counts as over, and how far it is looked for.
const AGREE: usize = 8;
const FAR: usize = 400;
/// How many characters of a block find its place.
const ANCHOR: usize = 24;

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
    // A note marker may stand early in the line: failing its whole beginning, a few characters tell its place.
    let place = |length| anchor(line, text, expected, length).or_else(|| anchor(line, text, 0, length));
    let Some(mut there) = place(ANCHOR).or_else(|| place(AGREE)) else {
        return expected;
    };
    let mut here = 0;
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
fn anchor(line: &Solid, text: &Solid, from: usize, length: usize) -> Option<usize> {
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
        let gold = "The Taliban took Kabul.\nIran watched.";
        let text = "Iran  watched.\n\nThe\u{a0}Taliban,1 took Kabul.";
        let alignment = Alignment::of(gold, text);
        let find = |word: &str| {
            let start = u32::try_from(gold.find(word).unwrap()).unwrap();
            let (from, to) = alignment.span(start, start + u32::try_from(word.len()).unwrap()).unwrap();
            text.chars().skip(from as usize).take((to - from) as usize).collect::<String>()
        };
        for word in ["Taliban", "Kabul", "Iran"] {
            assert_eq!(find(word), word);
        }
        assert_eq!(Alignment::of("Nowhere", text).span(0, 7), None);
    }
}
