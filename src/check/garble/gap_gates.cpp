#include "check/garble/gap_gates.h"

namespace soat::check::garble {
namespace {

GapGates of_missing(const RuleWeights::Of& weights, GapLook look) {
  const bool quick = look == GapLook::quick;
  GapGates gates;
  gates.least_surprise = weights[quick ? "missing-surprise-normal" : "missing-surprise-strict"];
  gates.least_surprise_behind = weights[quick ? "missing-surprise-behind-normal" : "missing-surprise-behind-strict"];
  gates.strangest = weights["missing-strangest"];
  gates.longest_known = static_cast<unsigned>(weights["missing-longest-known"]);
  gates.commonest_half = weights["missing-commonest-half"];
  gates.least_bond = weights["missing-bond"];
  gates.most_neighbours = static_cast<std::uint32_t>(weights["missing-most-neighbours"]);
  gates.least_gain = weights[quick ? "missing-gain-normal" : "missing-gain-strict"];
  gates.least_sense = weights["missing-sense"];
  gates.least_fit = weights[quick ? "missing-fit-normal" : "missing-fit-strict"];
  return gates;
}

GapGates of_wrong(const RuleWeights::Of& weights, GapLook look) {
  GapGates gates;
  gates.least_surprise = weights[look == GapLook::quick ? "wrong-surprise-normal" : "wrong-surprise-strict"];
  gates.least_surprise_each = weights["wrong-surprise-each"];
  gates.longest_known = static_cast<unsigned>(weights["wrong-longest-known"]);
  gates.parallel = static_cast<std::size_t>(weights["wrong-parallel"]);
  gates.most_neighbours = static_cast<std::uint32_t>(weights["wrong-most-neighbours"]);
  gates.least_gain = weights["wrong-gain"];
  gates.least_sense = weights["wrong-sense"];
  gates.least_fit = weights["wrong-fit"];
  return gates;
}

}  // namespace

GapGates GapGates::of(const RuleWeights::Of& weights, GapFault fault, GapLook look) {
  GapGates gates = fault == GapFault::missing ? of_missing(weights, look) : of_wrong(weights, look);
  gates.fault = fault;
  gates.look = look;
  return gates;
}

}  // namespace soat::check::garble
