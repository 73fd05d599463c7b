//! Every number and every part of every pack is held by a story or a check: change it or take it out, and somebody notices.

mod shelf;

use huifang_core::calendar::WorkingCalendar;
use huifang_core::engine::story::Probe;
use shelf::Shelf;

/// What nobody noticed in the packs whose id begins so.
fn unnoticed(prefix: &str) -> Vec<String> {
    let (shelf, calendar) = (Shelf::read(), WorkingCalendar::shipped());
    let mut found = Vec::new();
    for folder in shelf.folders.iter().filter(|f| f.id.starts_with(prefix)) {
        let stories: Vec<String> = folder.stories.iter().map(|(_, text)| text.clone()).collect();
        let texts = |id: &str| shelf.text(id);
        let probe = Probe {
            text: &folder.text,
            stories: &stories,
            clauses: &shelf.clauses,
            texts: &texts,
            calendar: &calendar,
        };
        assert!(
            !probe.is_noticed(&folder.text),
            "{}: refused, or a story fails, before anything is changed",
            folder.id
        );
        let changes = probe.unnoticed_numbers().into_iter().chain(probe.unnoticed_parts());
        found.extend(changes.map(|change| format!("{} {change}", folder.id)));
    }
    found
}

macro_rules! probes {
    ($($name:ident: $prefix:literal,)*) => {
        $(#[test]
        fn $name() {
            assert_eq!(unnoticed($prefix), Vec::<String>::new());
        })*

        #[test]
        fn every_pack_is_probed() {
            let prefixes = [$($prefix),*];
            for folder in &Shelf::read().folders {
                assert_eq!(prefixes.iter().filter(|p| folder.id.starts_with(**p)).count(), 1, "{}", folder.id);
            }
        }
    };
}

probes! {
    changing_any_number_or_part_is_noticed_in_000_0: "000-0",
    changing_any_number_or_part_is_noticed_in_000_1: "000-1",
    changing_any_number_or_part_is_noticed_in_000_2: "000-2",
    changing_any_number_or_part_is_noticed_in_001_0: "001-0",
    changing_any_number_or_part_is_noticed_in_001_1: "001-1",
    changing_any_number_or_part_is_noticed_in_002_0: "002-0",
    changing_any_number_or_part_is_noticed_in_002_1: "002-1",
    changing_any_number_or_part_is_noticed_in_003: "003-",
    changing_any_number_or_part_is_noticed_in_004_0: "004-0",
    changing_any_number_or_part_is_noticed_in_004_1: "004-1",
    changing_any_number_or_part_is_noticed_in_004_2: "004-2",
}
