//! The committed TypeScript bindings are those of the wire list.

#[test]
fn the_typescript_bindings_are_fresh() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui/src/platform/bindings.ts");
    let wanted = huifang_office::wire::typescript();
    let found = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(found == wanted, "ui/src/platform/bindings.ts is stale: run `cargo xtask bindings`");
}
