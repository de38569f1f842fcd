Console.WriteLine("neuvieme");
