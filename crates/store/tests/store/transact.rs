use crate::builders::*;
use huifang_store::{Noun, StoreError};
use std::collections::BTreeSet;

#[test]
fn an_operation_that_fails_leaves_nothing_behind() {
    let mut store = office();
    refuse(&mut store, |tx| {
        tx.put_client(&client("c1", "王秀英"))?;
        tx.void_record(&"r9".into(), true)
    });
    assert_eq!(store.read().client_count().expect("a read"), 0);
    assert_eq!(store.read().audit_tail(9).expect("a read"), [], "what did not happen is not in the audit");
}

#[test]
fn an_operation_that_panics_leaves_nothing_behind_and_the_store_usable() {
    let mut store = office();
    let panicked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        store.transact(op("panics"), |tx| -> Result<(), StoreError> {
            tx.put_client(&client("c1", "王秀英"))?;
            panic!("in the middle")
        })
    }));
    assert!(panicked.is_err());
    assert_eq!(store.read().client_count().expect("a read"), 0, "a panic stays in its command");
    write(&mut store, |tx| tx.put_client(&client("c1", "王秀英")));
}

#[test]
fn an_operation_sees_what_it_wrote() {
    let mut store = office();
    let seen = write(&mut store, |tx| {
        tx.put_client(&client("c1", "王秀英"))?;
        tx.read().client_count()
    });
    assert_eq!(seen, 1);
}

#[test]
fn an_operation_says_which_nouns_it_touched() {
    let mut store = office();
    let changed = write(&mut store, |tx| {
        tx.put_client(&client("c1", "王秀英"))?;
        tx.put_record(&call("r1", "c1", "2026-10-02"))?;
        tx.put_client(&client("c1", "王秀英"))?;
        Ok(tx.changed())
    });
    assert_eq!(changed, BTreeSet::from([Noun::Client, Noun::Record]));
}

#[test]
fn the_error_of_the_caller_comes_back_as_it_is() {
    #[derive(Debug, PartialEq)]
    enum Refusal {
        NotAllowed,
        Store(String),
    }
    impl From<StoreError> for Refusal {
        fn from(error: StoreError) -> Self {
            Self::Store(error.code().to_owned())
        }
    }
    let mut store = office();
    let refused = store.transact(op("refused"), |_| Err::<(), _>(Refusal::NotAllowed));
    assert_eq!(refused, Err(Refusal::NotAllowed));
    let dangling = store.transact(op("dangling"), |tx| Ok::<_, Refusal>(tx.put_matter(&complaint("m1", "nobody"))?));
    assert_eq!(dangling, Err(Refusal::Store("conflict".to_owned())), "also what is found only at the end");
}

#[test]
fn every_noun_has_a_code_of_its_own() {
    let codes: BTreeSet<_> = Noun::ALL.iter().map(|noun| noun.code()).collect();
    assert_eq!(codes.len(), Noun::ALL.len());
    assert!(Noun::ALL.iter().all(|noun| Noun::parse(noun.code()) == Some(*noun)));
    assert_eq!(Noun::parse("customer"), None);
}
