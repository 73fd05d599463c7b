//! Writes the TypeScript bindings of the wire list: `cargo xtask bindings`.

fn main() -> std::io::Result<()> {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui/src/platform/bindings.ts");
    std::fs::write(path, huifang_office::wire::typescript())
}
