// For tools/check_aggregates.cc, which finds nothing here.
namespace pottery {

struct Kiln {
  std::string name = "kiln, {";
  int heat = 1'200;

  Result<Pot> fire(const Clay& clay) const noexcept { return Pot(clay, TRY(shape(clay))); }
};

// Pot{name, TRY(shape(clay))}
/* Pot{name, TRY(shape(clay))} */
constexpr std::string_view kSample = R"(Pot{name, "TRY(shape(clay))})";
constexpr char kQuotes[] = {'"', '\'', '{'};

Result<Pot> fire(const Clay& clay, Glaze glaze) {
  for (const Layer& layer : clay.layers()) {
    switch (layer.kind) {
      case Layer::kBase: {
        TRY(dry(layer));
        break;
      }
      default: do { TRY(wet(layer, glaze));
        } while (TRY(is_dry(layer)));
    }
  }
  const auto run = [&clay](int heat) -> Result<std::pair<int, Pot>> { return TRY(burn(clay)); };
  const Steps steps{clay.name, [&] { return TRY(shape(clay)); },
                    [&, run]() mutable { return TRY(run(900)); }};
  const Request request{.pot = TRY(shape(clay)), .glaze = glaze};
  Pot pot = TRY(shape(clay));
  return Pot{pot.name, std::move(pot.form), glaze};
}

}  // namespace pottery
