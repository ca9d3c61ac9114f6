#include "app/command_line.h"

int main(int argc, char** argv) { return drypoint::app::run(argc, argv); }
