//! Running heads and feet, and page numbers: what stands on every page.

use rustc_hash::{FxHashMap, FxHashSet};

use super::chars::{is_finished, is_rule, starts_lower};
use super::lines::{Line, Role};
use super::opening::{is_publisher, is_series};
use crate::document::Metadata;

/// How many lines at a page's head and foot can be furniture.
const EDGE: usize = 3;
/// Running heads are short.
const LONGEST: u32 = 170;
/// A line of this width that comes a third time is no refrain.
const NO_REFRAIN: u32 = 40;
/// Fewer lines make no page.
const SHORTEST_PAGE: usize = 8;

/// Marks running heads, running feet and page numbers; where no form feed tells the pages, they do.
pub(super) fn mark(text: &str, lines: &mut [Line]) {
    if lines.last().is_some_and(|line| line.page > 0) {
        mark_pages(text, lines);
    } else {
        mark_flow(text, lines);
    }
}

/// Furniture where form feeds tell the pages: at a page's edges, seen on several pages or a page number.
fn mark_pages(text: &str, lines: &mut [Line]) {
    let pages = pages(lines);
    let mut seen: FxHashMap<(u64, bool), usize> = FxHashMap::default();
    for page in &pages {
        let keys: FxHashSet<_> = edges(page.clone())
            .map(|(line, at_head)| (likeness(lines[line].text(text)), at_head))
            .collect();
        for key in keys {
            *seen.entry(key).or_default() += 1;
        }
    }
    for page in &pages {
        for (line, at_head) in edges(page.clone()) {
            let content = lines[line].text(text);
            let repeated = seen.get(&(likeness(content), at_head)).copied().unwrap_or(0);
            let runs =
                lines[line].width <= LONGEST && repeated >= 2 && repeated * 4 >= pages.len() && content.contains(char::is_alphabetic);
            let may_be_title = line < EDGE
                && repeated > 1
                && !content.contains(|c: char| c.is_ascii_digit())
                && !is_publisher(content, &Metadata::default())
                && !is_series(content);
            if (runs && !may_be_title) || page_number(content).is_some() {
                lines[line].role = Role::Furniture;
            }
        }
        mark_codes(text, &mut lines[page.clone()]);
        keep_inner_lines(lines, page.clone());
    }
}

/// The lines of each page.
fn pages(lines: &[Line]) -> Vec<std::ops::Range<usize>> {
    let mut pages = Vec::new();
    let mut start = 0;
    for chunk in lines.chunk_by(|a, b| a.page == b.page) {
        pages.push(start..start + chunk.len());
        start += chunk.len();
    }
    pages
}

/// The lines at a page's head (true) and foot (false).
fn edges(page: std::ops::Range<usize>) -> impl Iterator<Item = (usize, bool)> {
    let head = page.start..page.end.min(page.start + EDGE);
    let foot = head.end.max(page.end.saturating_sub(EDGE))..page.end;
    head.map(|line| (line, true)).chain(foot.map(|line| (line, false)))
}

/// A lone number or code at the foot, outside a running foot, is part of it.
fn mark_codes(text: &str, page: &mut [Line]) {
    if let [.., foot, last] = page {
        let content = last.text(text);
        let is_code = last.width <= 24 && !content.contains(' ') && content.contains(|c: char| c.is_ascii_digit());
        if is_code && foot.role == Role::Furniture {
            last.role = Role::Furniture;
        }
    }
}

/// Furniture stands outermost: what has running text between itself and the edge is none.
fn keep_inner_lines(lines: &mut [Line], page: std::ops::Range<usize>) {
    let is_furniture = |line: &Line| line.role == Role::Furniture;
    let head = lines[page.clone()].iter().take_while(|line| is_furniture(line)).count();
    let foot = lines[page.clone()].iter().rev().take_while(|line| is_furniture(line)).count();
    for line in lines[page].iter_mut().skip(head).rev().skip(foot) {
        line.role = Role::Flow;
    }
}

/// Furniture where nothing tells the pages: page numbers that count up, and the lines repeated beside them.
fn mark_flow(text: &str, lines: &mut [Line]) {
    let numbers = counting_numbers(text, lines);
    let repeated = repeated_lines(text, lines);
    for &(line, _) in &numbers {
        lines[line].role = Role::Furniture;
    }
    let beside_number = |line: usize| {
        let mut beside = line.saturating_sub(2)..lines.len().min(line + 3);
        beside.any(|other| numbers.binary_search_by_key(&other, |number| number.0).is_ok())
    };
    let runs = |group: &Vec<usize>| {
        let often = group.len() >= 3 && lines[group[0]].width >= NO_REFRAIN;
        often
            || group
                .iter()
                .any(|&line| beside_number(line) || (group.len() >= 3 && breaks_a_sentence(text, lines, line)))
    };
    let running: Vec<usize> = repeated.into_iter().filter(runs).flatten().collect();
    for line in running {
        lines[line].role = Role::Furniture;
    }
    count_pages(lines, !numbers.is_empty());
}

/// Lines that are page numbers, each one more than the one before, a page apart.
fn counting_numbers(text: &str, lines: &[Line]) -> Vec<(usize, u32)> {
    let mut best: Vec<(usize, u32)> = Vec::new();
    let mut run: Vec<(usize, u32)> = Vec::new();
    for (index, line) in lines.iter().enumerate().filter(|(_, line)| line.width <= 24) {
        let Some(number) = page_number(line.text(text)) else { continue };
        match run.last() {
            Some(&(last, before)) if number == before + 1 && index - last >= SHORTEST_PAGE => run.push((index, number)),
            Some(&(_, before)) if number == before + 1 => {}
            _ => {
                best = if run.len() > best.len() { run } else { best };
                run = vec![(index, number)];
            }
        }
    }
    best = if run.len() > best.len() { run } else { best };
    if best.len() >= 2 { best } else { Vec::new() }
}

/// Groups of lines that come again a page later, but for their numbers.
fn repeated_lines(text: &str, lines: &[Line]) -> Vec<Vec<usize>> {
    if lines.len() < 2 * SHORTEST_PAGE {
        return Vec::new();
    }
    let is_short = |line: &Line| line.width <= LONGEST && line.role == Role::Flow;
    let mut keys: Vec<(u64, usize)> = lines
        .iter()
        .enumerate()
        .filter(|(_, line)| is_short(line))
        .map(|(index, line)| (likeness(line.text(text)), index))
        .collect();
    keys.sort_unstable();
    let groups = keys.chunk_by(|a, b| a.0 == b.0).filter(|group| group.len() >= 2);
    let apart = groups.filter(|group| group.windows(2).all(|pair| pair[1].1 - pair[0].1 >= SHORTEST_PAGE));
    let lettered = apart.filter(|group| lines[group[0].1].text(text).contains(char::is_alphabetic));
    lettered.map(|group| group.iter().map(|&(_, index)| index).collect()).collect()
}

/// Whether the lines around `line` read on without it.
fn breaks_a_sentence(text: &str, lines: &[Line], line: usize) -> bool {
    let (Some(before), Some(after)) = (line.checked_sub(1).and_then(|before| lines.get(before)), lines.get(line + 1)) else {
        return false;
    };
    before.width > 40 && !is_finished(before.text(text)) && starts_lower(after.text(text)) && !starts_lower(lines[line].text(text))
}

/// Numbers the pages by their furniture: a page ends with the first furniture after running text.
fn count_pages(lines: &mut [Line], numbered: bool) {
    if !numbered {
        return;
    }
    let mut page = 1;
    for index in 0..lines.len() {
        let after_furniture = index > 0 && lines[index - 1].role == Role::Furniture;
        if after_furniture && lines[index].role != Role::Furniture && index > EDGE {
            page += 1;
        }
        lines[index].page = page;
    }
}

/// The number, where a line is nothing but a page number: "12", "- 3 -", "Page 2 of 4", "3/10", "| 7".
pub(super) fn page_number(line: &str) -> Option<u32> {
    if line.len() > 24 {
        return None;
    }
    let bare = line.trim_matches(|c: char| matches!(c, '-' | '–' | '—' | '|' | '[' | ']' | '.' | '•' | '·' | ' ' | '\t' | '(' | ')'));
    let bare = strip_word(bare, &["page", "p", "pg"]);
    let digits = bare.bytes().take_while(u8::is_ascii_digit).count();
    let number = bare
        .get(..digits)?
        .parse::<u32>()
        .ok()
        .filter(|&number| number < 2000 && digits <= 4)?;
    let rest = bare[digits..].trim();
    let rest = rest.strip_prefix(['/', '|']).unwrap_or_else(|| strip_word(rest, &["of"])).trim();
    let is_total = rest.bytes().all(|byte| byte.is_ascii_digit());
    let is_page_word = rest.replace(' ', "").eq_ignore_ascii_case("page");
    (is_total || is_page_word).then_some(number)
}

fn strip_word<'a>(text: &'a str, words: &[&str]) -> &'a str {
    let length = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    if words.iter().any(|word| text[..length].eq_ignore_ascii_case(word)) {
        text[length..].trim_start_matches(['.', ' '])
    } else {
        text
    }
}

/// A hash that running heads share from page to page: digits and spaces do not count.
fn likeness(line: &str) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for byte in line.bytes().filter(|byte| !byte.is_ascii_digit() && *byte != b' ') {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    if is_rule(line) {
        hash.wrapping_add(u64::try_from(line.len()).unwrap_or(0))
    } else {
        hash
    }
}
