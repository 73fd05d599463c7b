//! Draws come back as they were made, and one stands for a period.

use crate::builders::*;
use huifang_core::domain::{Act, Draw, DrawId, Drawn, Replaced};
use std::collections::BTreeMap;

fn unit(client: &str) -> Drawn {
    Drawn { client: Some(client.into()), matter: None, stratum: String::new() }
}

/// Of four clients two are drawn.
fn draw(id: &str, period: &str) -> Draw {
    Draw {
        id: id.into(),
        pack: "002-09".to_owned(),
        rule: "monthly".to_owned(),
        period: period.to_owned(),
        on: day("2026-10-10"),
        seed: "3 5".to_owned(),
        frame_hash: "0123456789abcdef".to_owned(),
        ranking: ["c3", "c1", "c4", "c2"].map(unit).to_vec(),
        take: BTreeMap::from([(String::new(), 2)]),
        replaced: Vec::new(),
        by: Some("s1".into()),
        voided: false,
        at_ms: 7,
    }
}

#[test]
fn a_draw_comes_back_with_its_ranking_and_for_planning_with_the_drawn_alone() {
    let mut store = office_with_clients(4);
    let written = draw("d1", "2026-10");
    write(&mut store, |tx| tx.put_draw(&written));
    let read = store.read();
    assert_eq!(read.draw(&"d1".into()).expect("a read"), Some(written.clone()));
    assert_eq!(read.draw(&"d9".into()).expect("a read"), None);
    let planned = read.draws_chosen().expect("a read");
    assert_eq!(planned, [Draw { ranking: ["c3", "c1"].map(unit).to_vec(), ..written }]);
    assert_eq!(read.draw_sizes().expect("a read").get(&DrawId::from("d1")), Some(&4));
}

#[test]
fn of_what_was_drawn_only_what_is_about_the_asked_for_is_read() {
    let mut store = office_with_clients(4);
    let of_matter = Drawn { client: None, matter: Some("m1".into()), stratum: String::new() };
    let mut second = draw("d2", "2026-11");
    second.ranking = vec![of_matter.clone(), unit("c1"), unit("c2")];
    write(&mut store, |tx| {
        tx.put_draw(&draw("d1", "2026-10"))?;
        tx.put_draw(&second)
    });
    let units = |clients: &[&str], matters: &[&str]| -> Vec<Vec<Drawn>> {
        let clients = clients.iter().map(|id| (*id).into()).collect();
        let matters = matters.iter().map(|id| (*id).into()).collect();
        let draws = store.read().draws_chosen_of(&clients, &matters).expect("a read");
        draws.into_iter().map(|draw| draw.ranking).collect()
    };
    assert_eq!(units(&["c1"], &[]), [vec![unit("c1")], vec![unit("c1")]]);
    assert_eq!(units(&["c3"], &["m1"]), [vec![unit("c3")], vec![of_matter]]);
    assert_eq!(
        units(&["c2", "c4"], &["m2"]),
        [vec![], vec![]],
        "who stands in a ranking and was not drawn is not read"
    );
}

#[test]
fn a_replacement_moves_the_mark_to_the_next_rank_and_the_ranking_stays() {
    let mut store = office_with_clients(4);
    let mut changed = draw("d1", "2026-10");
    write(&mut store, |tx| tx.put_draw(&changed));
    let reason = "全家出国".to_owned();
    changed.replaced.push(Replaced { unit: unit("c3"), reason, on: day("2026-10-11"), by: None });
    write(&mut store, |tx| tx.put_draw(&changed));
    assert_eq!(store.read().draw(&"d1".into()).expect("a read"), Some(changed));
    assert_eq!(store.read().draws_chosen().expect("a read")[0].ranking, ["c1", "c4"].map(unit));
}

#[test]
fn of_one_period_one_draw_stands_and_who_took_another_back_is_known() {
    let mut store = office_with_clients(4);
    let first = draw("d1", "2026-10");
    write(&mut store, |tx| tx.put_draw(&first));
    assert_eq!(refuse(&mut store, |tx| tx.put_draw(&draw("d2", "2026-10"))).code(), "conflict");
    write(&mut store, |tx| tx.put_draw(&draw("d3", "2026-11")));
    let void = decision("v1", Act::VoidDraw { draw: "d1".into() });
    write(&mut store, |tx| {
        tx.put_decision(&void)?;
        tx.put_draw(&Draw { voided: true, ..first })?;
        tx.put_draw(&draw("d2", "2026-10"))
    });
    assert_eq!(store.read().decisions_of_draws().expect("a read"), [void]);
    let standing = store.read().draws_chosen().expect("a read").into_iter().filter(|d| !d.voided);
    assert_eq!(standing.map(|d| d.id.0).collect::<Vec<_>>(), ["d2", "d3"]);
}

#[test]
fn who_drew_is_not_deleted_from_the_staff() {
    let mut store = office_with_clients(4);
    write(&mut store, |tx| {
        tx.put_staff(&staff("s1", "赵敏"))?;
        tx.put_draw(&draw("d1", "2026-10"))
    });
    assert_eq!(refuse(&mut store, |tx| tx.delete_staff(&"s1".into())).code(), "conflict");
}
