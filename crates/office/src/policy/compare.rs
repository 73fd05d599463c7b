//! Two packs side by side, in words: what is the same, what differs and in which words, what only one has.

use super::in_force::params_of;
use super::parts::{Part, parts};
use crate::OfficeError;
use crate::office::Office;
use crate::packs::PackShelf;
use crate::wire::{ComparePacks, CompareRow, PackComparison, Piece};
use huifang_core::policy::{ParamValues, PolicyPack};

/// The two packs, as the office follows them or as they stand on the shelf.
///
/// # Errors
/// `not_found`, or the mistakes of a pack.
pub(crate) fn compare_packs(
    office: Option<&Office>,
    shelf: &PackShelf,
    wish: &ComparePacks,
) -> Result<PackComparison, OfficeError> {
    let side = |id: &str, enabled: bool| -> Result<(PolicyPack, ParamValues), OfficeError> {
        let followed = office.filter(|_| enabled).and_then(|office| {
            Some((office.pack(id)?.clone(), office.policies.versions(id).next_back().map(params_of)?))
        });
        followed.map_or_else(|| Ok((shelf.get(id)?.pack.clone(), ParamValues::new())), Ok)
    };
    let (left, left_values) = side(&wish.left, wish.left_enabled)?;
    let (right, right_values) = side(&wish.right, wish.right_enabled)?;
    let rows = compare(&parts(&left, &left_values), &parts(&right, &right_values));
    let count = |state: &str| rows.iter().filter(|row| row.state == state).count() as u32;
    Ok(PackComparison {
        left: left.title,
        right: right.title,
        same: count("same"),
        differs: count("differs"),
        only_left: count("left"),
        only_right: count("right"),
        rows,
    })
}

/// Rows in the order of the left pack's kinds; what only the right has comes after its kind.
fn compare(left: &[Part], right: &[Part]) -> Vec<CompareRow> {
    let mut kinds: Vec<&str> = Vec::new();
    for part in left.iter().chain(right) {
        if !kinds.contains(&part.kind.as_str()) {
            kinds.push(&part.kind);
        }
    }
    // Parameters were put last on the page of either pack.
    kinds.sort_by_key(|kind| *kind == "param");
    kinds.into_iter().flat_map(|kind| compare_kind(&of_kind(left, kind), &of_kind(right, kind))).collect()
}

fn of_kind<'a>(parts: &'a [Part], kind: &str) -> Vec<&'a Part> {
    parts.iter().filter(|part| part.kind == kind).collect()
}

fn compare_kind(left: &[&Part], right: &[&Part]) -> Vec<CompareRow> {
    let mut unmatched: Vec<&Part> = right.to_vec();
    let mut rows = Vec::new();
    for part in left {
        let by_id = unmatched.iter().position(|other| other.id == part.id);
        let place = by_id.or_else(|| unmatched.iter().position(|other| other.title == part.title));
        rows.push(row(Some(part), place.map(|place| unmatched.remove(place))));
    }
    rows.extend(unmatched.into_iter().map(|part| row(None, Some(part))));
    rows
}

fn row(left: Option<&Part>, right: Option<&Part>) -> CompareRow {
    let named = left.or(right);
    let (state, silently) = match (left, right) {
        (Some(a), Some(b)) if a.words == b.words && a.whole == b.whole => ("same", false),
        (Some(a), Some(b)) => ("differs", a.words == b.words),
        (Some(_), None) => ("left", false),
        (None, _) => ("right", false),
    };
    let pieces = |part: Option<&Part>, other: Option<&Part>| {
        part.map_or_else(Vec::new, |part| pieces(&part.words, other.map(|o| o.words.as_str())))
    };
    CompareRow {
        kind: named.map(|part| part.kind.clone()).unwrap_or_default(),
        title: named.map(|part| part.title.clone()).unwrap_or_default(),
        state: state.to_owned(),
        left: pieces(left, right),
        right: pieces(right, left),
        silently,
    }
}

/// A sentence cut where people draw breath; a piece that the other sentence has too is the same.
fn pieces(words: &str, other: Option<&str>) -> Vec<Piece> {
    let cut = |text: &str| -> Vec<String> {
        text.split_inclusive([':', ';', ';', '、', ',', ',', '。']).map(str::to_owned).collect()
    };
    let others = other.map(cut);
    let bare = |text: &str| text.trim_end_matches([':', ';', ';', '、', ',', ',', '。']).to_owned();
    let known = |piece: &str| others.as_ref().is_none_or(|all| all.iter().any(|o| bare(o) == bare(piece)));
    cut(words).into_iter().map(|text| Piece { same: known(&text), text }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_is_cut_where_it_differs() {
        let cut = pieces("投诉处理完毕后 3 天内回访;由物业助理。", Some("投诉处理完毕后 5 天内回访;由物业助理。"));
        let said: Vec<_> = cut.iter().map(|p| (p.text.as_str(), p.same)).collect();
        assert_eq!(said, [("投诉处理完毕后 3 天内回访;", false), ("由物业助理。", true)]);
    }
}
